import type { UserRow } from '../database/rows';
import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { showUser } from '../views/user-views';
import { bumped } from './bumped';
import { findUser } from './find-user';
import { mutate } from './mutate';

/**
 * Changes columns of one user in one transaction.
 *
 * @param plan the columns to set, made from the row as it is; or a refusal.
 */
export const changeUser = (
  scope: Scope,
  id: string,
  plan: (before: UserRow) => Outcome<Partial<UserRow>>,
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findUser(scope, id);
    if (!found.ok) return found;
    const before = found.value;
    const planned = plan(before);
    if (!planned.ok) return planned;
    const after: UserRow = { ...before, ...planned.value, updated_at: bumped(scope, before.updated_at) };
    updateRow(scope.db, 'users', { instance: scope.instance, id }, after);
    note({ entity: 'user', verb: 'update', id, mark: before.email ?? id });
    return { ok: true, value: showUser(scope, after) };
  });
