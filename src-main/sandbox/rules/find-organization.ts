import type { OrganizationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';

/** Finds an organization by id, or by slug where the endpoint takes both. Refuses with 404. */
export const findOrganization = (
  { db, instance }: Scope,
  key: string,
  by: 'id' | 'id or slug' = 'id',
): Outcome<OrganizationRow> => {
  const row =
    db.first<OrganizationRow>('SELECT * FROM organizations WHERE instance = ? AND id = ?', [instance, key]) ??
    (by === 'id or slug'
      ? db.first<OrganizationRow>('SELECT * FROM organizations WHERE instance = ? AND slug = ?', [
          instance,
          key,
        ])
      : undefined);
  return row === undefined ? refusals.organizationNotFound() : { ok: true, value: row };
};
