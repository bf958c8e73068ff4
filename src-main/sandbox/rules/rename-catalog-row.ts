import type { PermissionRow, RoleRow } from '../database/rows';
import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { bumped } from './bumped';
import { checkKey } from './check-key';

/** Words of a role or a permission in a request; null and undefined mean unchanged. */
export type CatalogWords = {
  readonly name?: string | null | undefined;
  readonly key?: string | null | undefined;
  readonly description?: string | null | undefined;
};

/** Writes new words of a role or a permission; returns what it is then. Refuses a key that is malformed or taken. */
export const renameCatalogRow = <Row extends RoleRow | PermissionRow>(
  scope: Scope,
  table: 'roles' | 'permissions',
  before: Row,
  patch: CatalogWords,
): Outcome<Row> => {
  const { db, instance } = scope;
  const checked = checkKey(scope, table, patch.key ?? undefined, before.id);
  if (!checked.ok) return checked;
  const set = {
    name: patch.name ?? before.name,
    key: patch.key ?? before.key,
    description: patch.description ?? before.description,
    updated_at: bumped(scope, before.updated_at),
  };
  updateRow(db, table, { instance, id: before.id }, set);
  return { ok: true, value: { ...before, ...set } };
};
