import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { roleCatalog } from '../views/role-catalog';
import { roleView } from '../views/role-view';
import { findRole } from './find-role';

/** Shows one role by id. Refuses with 404. */
export const showRole = (scope: Scope, id: string): Outcome<object> => {
  const found = findRole(scope, { id });
  if (!found.ok) return found;
  return { ok: true, value: roleView(found.value, roleCatalog(scope).get(id)?.permissions ?? []) };
};
