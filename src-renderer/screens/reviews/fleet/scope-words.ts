import type { FleetReviewSummary } from '@shared/contract/fleet-reviews';
import { t } from '@shared/language/t';

/** What each application is asked alike. */
export function scopeWords({ asked: { scope } }: FleetReviewSummary): string {
  const told = [
    scope.roleKey && t('Role {name}', { name: scope.roleKey }),
    scope.permissionKey && t('Permission {name}', { name: scope.permissionKey }),
    scope.where,
  ];
  return told.filter((one) => one !== undefined && one !== '').join(' · ');
}
