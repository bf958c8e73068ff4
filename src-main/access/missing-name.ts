import { isKnown } from '@shared/domain/access/access-facts';
import { t } from '@shared/language/t';
import type { AccessView } from './access-view';

interface Names {
  readonly permissionKey?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly userId?: string | undefined;
}

/** What is named and is at none of the moments; null for nothing. "Nobody" would be true of it, and say nothing. */
export async function missingName(
  views: readonly AccessView[],
  { permissionKey, organizationId, userId }: Names,
): Promise<{ readonly what: string; readonly next: string } | null> {
  const nowhere = async (isThere: (view: AccessView) => Promise<boolean>): Promise<boolean> => {
    for (const view of views) if (await isThere(view)) return false;
    return true;
  };
  if (
    permissionKey !== undefined &&
    (await nowhere(async (view) => isKnown(await view.catalog(), permissionKey)))
  )
    return {
      what: t('permission "{permissionKey}"', { permissionKey }),
      next: t('List permissions for their keys.'),
    };
  if (
    organizationId !== undefined &&
    (await nowhere(async (view) => (await view.places([organizationId])).has(organizationId)))
  )
    return {
      what: t('organization "{organizationId}"', { organizationId }),
      next: t('List organizations for their ids.'),
    };
  if (userId !== undefined && (await nowhere(async (view) => (await view.persons([userId])).has(userId))))
    return { what: t('person "{userId}"', { userId }), next: t('List people for their ids.') };
  return null;
}
