import type { PermissionRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { permissionView } from '../views/permission-view';
import { type CatalogQuery, selectCatalog } from './list-roles';

/** Lists permissions, system ones included (spec: `GET /organization_permissions`). */
export const listPermissions = (scope: Scope, query: CatalogQuery): Outcome<object> => {
  const { rows, total } = selectCatalog<PermissionRow>(scope, 'permissions', query);
  return { ok: true, value: { data: rows.map(permissionView), total_count: total } };
};
