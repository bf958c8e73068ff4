import type { PermissionRow, RoleRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { roleCatalog } from '../views/role-catalog';
import { roleView } from '../views/role-view';
import { contains } from './contains';
import { type Page, selectPage } from './select-page';

/** Parameters of the role and permission lists, decoded; `order_by` is an ORDER BY text. */
export type CatalogQuery = {
  readonly query?: string | undefined;
  readonly order_by: string;
  readonly limit: number;
  readonly offset: number;
};

/** A page of roles or of permissions, found by name, key or id. */
export const selectCatalog = <Row extends RoleRow | PermissionRow>(
  scope: Scope,
  table: 'roles' | 'permissions',
  query: CatalogQuery,
): Page<Row> =>
  selectPage<Row>(scope, {
    table,
    where: contains(query.query, ['t.name', 't.key'], ['t.id']),
    orderBy: query.order_by,
    limit: query.limit,
    offset: query.offset,
  });

/** Lists roles with their permissions (spec: `GET /organization_roles`). */
export const listRoles = (scope: Scope, query: CatalogQuery): Outcome<object> => {
  const { rows, total } = selectCatalog<RoleRow>(scope, 'roles', query);
  const catalog = roleCatalog(scope);
  const data = rows.map((row) => roleView(row, catalog.get(row.id)?.permissions ?? []));
  return { ok: true, value: { data, total_count: total } };
};
