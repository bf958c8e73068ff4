import { insertRows } from '../database/insert-rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { organizationSettings } from '../views/organization-settings';
import { checkKey } from './check-key';
import { mutate } from './mutate';
import { setRolePermissions } from './set-role-permissions';
import { showRole } from './show-role';

/** Body of `POST /organization_roles`, decoded; permissions by id. */
export type RoleDraft = {
  readonly name: string;
  readonly key: string;
  readonly description?: string | null | undefined;
  readonly permissions?: readonly string[] | null | undefined;
  readonly include_in_initial_role_set?: boolean | null | undefined;
};

/** Creates a role. Refuses (403) beyond the instance's number of roles. */
export const createRole = (scope: Scope, draft: RoleDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const checked = checkKey(scope, 'roles', draft.key);
    if (!checked.ok) return checked;
    const { max_allowed_roles: max } = organizationSettings(scope);
    const present = scope.db.count('SELECT count(*) FROM roles WHERE instance = ?', [scope.instance]);
    if (present >= max) return refusals.roleQuotaExceeded(max);
    const at = scope.now();
    const row = {
      id: scope.mint('role'),
      name: draft.name,
      key: draft.key,
      description: draft.description ?? null,
      created_at: at,
      updated_at: at,
    };
    insertRows(scope.db, 'roles', scope.instance, [row]);
    const held = setRolePermissions(scope, row.id, draft.permissions ?? []);
    if (!held.ok) return held;
    if (draft.include_in_initial_role_set) joinInitialRoleSet(scope, row.id);
    note({ entity: 'role', verb: 'create', id: row.id, mark: row.key });
    return showRole(scope, row.id);
  });

/** Adds a role to the role set that new organizations begin with, where the instance has one. */
const joinInitialRoleSet = (scope: Scope, id: string): void => {
  const { initial_role_set_key: key } = organizationSettings(scope);
  if (key !== null)
    scope.db.run(
      `UPDATE small_records SET data = json_insert(data, '$.roles[#]', ?)
       WHERE instance = ? AND kind = 'roleSet' AND data ->> '$.key' = ?`,
      [id, scope.instance, key],
    );
};
