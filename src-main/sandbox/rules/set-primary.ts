import type { IdentificationRow, UserRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { addIdentification } from './add-identification';

/** Ids to make primary; null and undefined leave what there is. */
export type PrimaryIds = {
  readonly primary_email_address_id?: string | null | undefined;
  readonly primary_phone_number_id?: string | null | undefined;
  readonly primary_web3_wallet_id?: string | null | undefined;
};

type Columns = Partial<Pick<UserRow, 'email' | 'email_id' | 'phone' | 'phone_id'>>;

const columns = {
  email_address: { id: 'email_id', value: 'email' },
  phone_number: { id: 'phone_id', value: 'phone' },
} as const;

const swap = (
  scope: Scope,
  before: UserRow,
  kind: keyof typeof columns,
  wanted: string,
): Outcome<Columns> => {
  const { id, value } = columns[kind];
  if (before[id] === wanted) return { ok: true, value: {} };
  const param = `primary_${kind}_id`;
  const chosen = scope.db.first<IdentificationRow>(
    'SELECT * FROM identifications WHERE user_id = ? AND kind = ? AND id = ?',
    [before.id, kind, wanted],
  );
  if (chosen === undefined) return refusals.paramInvalid(param, `${wanted} identifies nothing of this user.`);
  if (chosen.reserved !== 0) return refusals.paramInvalid(param, `${wanted} is not verified.`);
  scope.db.run('DELETE FROM identifications WHERE user_id = ? AND id = ?', [before.id, wanted]);
  const [oldId, oldValue] = [before[id], before[value]];
  // A reserved primary one has a row already.
  const kept = scope.db.count('SELECT count(*) FROM identifications WHERE user_id = ? AND id = ?', [
    before.id,
    oldId,
  ]);
  if (oldId !== null && oldValue !== null && kept === 0)
    addIdentification(scope, before.id, { id: oldId, kind, value: oldValue, created_at: before.created_at });
  return { ok: true, value: { [id]: wanted, [value]: chosen.value } };
};

const swapWallet = ({ db }: Scope, userId: string, wanted: string): Outcome<null> => {
  const own = "user_id = ? AND kind = 'web3_wallet'";
  db.run(`UPDATE identifications SET is_primary = (id = ?) WHERE ${own}`, [wanted, userId]);
  const chosen = db.count(`SELECT count(*) FROM identifications WHERE ${own} AND is_primary = 1`, [userId]);
  return chosen === 1
    ? { ok: true, value: null }
    : refusals.paramInvalid('primary_web3_wallet_id', `${wanted} identifies nothing of this user.`);
};

/**
 * Makes others of a user's identifications the primary ones, inside a transaction.
 *
 * Refuses (422) what is not the user's or is not verified (spec: `PATCH /users/{user_id}`).
 */
export const setPrimary = (scope: Scope, before: UserRow, ids: PrimaryIds): Outcome<Columns> => {
  let set: Columns = {};
  for (const kind of ['email_address', 'phone_number'] as const) {
    const wanted = ids[`primary_${kind}_id`];
    if (wanted === null || wanted === undefined) continue;
    const swapped = swap(scope, before, kind, wanted);
    if (!swapped.ok) return swapped;
    set = { ...set, ...swapped.value };
  }
  const wallet = ids.primary_web3_wallet_id;
  if (wallet === null || wallet === undefined) return { ok: true, value: set };
  const swapped = swapWallet(scope, before.id, wallet);
  return swapped.ok ? { ok: true, value: set } : swapped;
};
