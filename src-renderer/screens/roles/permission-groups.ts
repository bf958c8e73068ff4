import type { Permission } from '@shared/domain/records/record-map';
import { gathered } from '@shared/gather';
import { t } from '@shared/language/t';

export interface PermissionGroup {
  /** The feature part of the key: `invoices` of `org:invoices:read`. */
  readonly feature: string;
  readonly title: string;
  readonly permissions: readonly Permission[];
}

/** Permissions by feature: the product's own first, the service's (`org:sys_…`) after them. */
export function permissionGroups(permissions: readonly Permission[]): readonly PermissionGroup[] {
  return [...gathered(permissions, ({ key }) => key.split(':')[1] ?? '')]
    .map(([feature, members]) => ({
      feature,
      title: titleOf(feature),
      permissions: members.toSorted((a, b) => a.key.localeCompare(b.key)),
    }))
    .sort(
      (a, b) => Number(isSystem(a.feature)) - Number(isSystem(b.feature)) || a.title.localeCompare(b.title),
    );
}

const isSystem = (feature: string): boolean => feature.startsWith('sys_');

function titleOf(feature: string): string {
  const words = feature.replace(/^sys_/, '').replaceAll('_', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return isSystem(feature) ? t('{title} (service)', { title }) : title;
}
