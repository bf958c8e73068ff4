import { createHash } from 'node:crypto';
import { insertRows } from '../database/insert-rows';
import type { IdentificationRow } from '../database/rows';
import type { Scope } from '../kit/scope';

/** Adds a further identification to a user, inside a transaction; the caller has checked the rules. */
export const addIdentification = (
  scope: Scope,
  userId: string,
  given: Pick<IdentificationRow, 'kind' | 'value'> & Partial<IdentificationRow>,
): void => {
  const row: IdentificationRow = {
    id: given.id ?? scope.mint('idn'),
    provider: null,
    reserved: 0,
    is_primary: 0,
    created_at: scope.now(),
    ...given,
    user_id: userId,
  };
  insertRows(scope.db, 'identifications', scope.instance, [row]);
};

/** Replaces the backup codes of a user. Only digests are kept: nothing reads a code back. */
export const setBackupCodes = (scope: Scope, userId: string, codes: readonly string[]): void => {
  scope.db.run("DELETE FROM identifications WHERE user_id = ? AND kind = 'backup_code'", [userId]);
  for (const code of codes) {
    const value = createHash('sha256').update(code).digest('hex');
    addIdentification(scope, userId, { kind: 'backup_code', value });
  }
};
