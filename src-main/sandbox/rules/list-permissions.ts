import type { PermissionRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { permissionView } from '../views/permission-view';
import { contains } from './contains';
import type { CatalogQuery } from './list-roles';
import { selectPage } from './select-page';

/** Lists permissions, system ones included (spec: `GET /organization_permissions`). */
export const listPermissions = (scope: Scope, query: CatalogQuery): Outcome<object> => {
  const { rows, total } = selectPage<PermissionRow>(scope, {
    table: 'permissions',
    where: contains(query.query, ['t.name', 't.key'], ['t.id']),
    orderBy: query.order_by,
    limit: query.limit,
    offset: query.offset,
  });
  return { ok: true, value: { data: rows.map(permissionView), total_count: total } };
};
