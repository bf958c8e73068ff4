import { insertRows } from '../database/insert-rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { permissionView } from '../views/permission-view';
import { checkKey } from './check-key';
import { mutate } from './mutate';

/** Body of `POST /organization_permissions`, decoded. */
export type PermissionDraft = {
  readonly name: string;
  readonly key: string;
  readonly description?: string | undefined;
};

/** Creates a custom permission. */
export const createPermission = (scope: Scope, draft: PermissionDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const checked = checkKey(scope, 'permissions', draft.key);
    if (!checked.ok) return checked;
    const at = scope.now();
    const row = {
      id: scope.mint('perm'),
      name: draft.name,
      key: draft.key,
      description: draft.description ?? '',
      type: 'user',
      created_at: at,
      updated_at: at,
    };
    insertRows(scope.db, 'permissions', scope.instance, [row]);
    note({ entity: 'permission', verb: 'create', id: row.id, mark: row.key });
    return { ok: true, value: permissionView(row) };
  });
