import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { findUser } from './find-user';
import { mutate } from './mutate';

/** Deletes a user with all memberships, the last admin's included (the service does not refuse that here). */
export const deleteUser = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findUser(scope, id);
    if (!found.ok) return found;
    const { db, instance } = scope;
    db.run('DELETE FROM memberships WHERE instance = ? AND user_id = ?', [instance, id]);
    db.run('UPDATE invitations SET inviter_id = NULL WHERE instance = ? AND inviter_id = ?', [instance, id]);
    db.run('DELETE FROM identifications WHERE instance = ? AND user_id = ?', [instance, id]);
    db.run('DELETE FROM users WHERE instance = ? AND id = ?', [instance, id]);
    note({ entity: 'user', verb: 'delete', id, mark: found.value.email ?? id });
    const { external_id: external } = found.value;
    const value = {
      object: 'user',
      id,
      deleted: true,
      ...(external === null ? {} : { external_id: external }),
    };
    return { ok: true, value };
  });
