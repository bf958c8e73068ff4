import type { IdentificationRow, UserRow } from '../database/rows';
import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Effect, Scope } from '../kit/scope';
import { emailAddresses, phoneNumbers } from '../views/identification-views';
import { addIdentification } from './add-identification';
import { bumped } from './bumped';
import { checkUserFields } from './check-user-fields';
import { findUser } from './find-user';
import { mutate } from './mutate';
import { setPrimary } from './set-primary';

/** What people are reached at and sign in with. */
export type ContactKind = 'email_address' | 'phone_number';

/** Body of the POST, decoded; null means what the service does when nothing is said. */
export interface ContactDraft {
  readonly user_id: string;
  readonly value: string;
  readonly verified?: boolean | null | undefined;
  readonly primary?: boolean | null | undefined;
}

export type ContactPatch = Pick<ContactDraft, 'verified' | 'primary'>;

const names = { email_address: 'email', phone_number: 'phone' } as const;
/** Not verified, and not kept from others either (1 is reserved). */
const unverified = 2;

const ownerOf = ({ db, instance }: Scope, kind: ContactKind, id: string): UserRow | undefined =>
  db.first<UserRow>(
    `SELECT u.* FROM users u WHERE u.instance = ? AND (u.${names[kind]}_id = ?
       OR u.id = (SELECT user_id FROM identifications WHERE instance = ? AND kind = ? AND id = ?))`,
    [instance, id, instance, kind, id],
  );

const furtherOf = ({ db }: Scope, userId: string): readonly IdentificationRow[] =>
  db.all<IdentificationRow>('SELECT * FROM identifications WHERE user_id = ? ORDER BY rowid', [userId]);

/** The view of one, as the user has it now. */
const shownAs = (scope: Scope, kind: ContactKind, userId: string, id: string): Outcome<object> => {
  const user = findUser(scope, userId);
  if (!user.ok) return user;
  const further = furtherOf(scope, userId);
  const all: readonly { readonly id: string }[] =
    kind === 'email_address' ? emailAddresses(user.value, further) : phoneNumbers(user.value, further);
  const own = all.find((each) => each.id === id);
  return own === undefined ? missing(kind, id) : { ok: true, value: own };
};

const missing = (kind: ContactKind, id: string) => refusals.notFound(`There is no ${kind} ${id}.`);

const touch = (scope: Scope, user: UserRow, set: Partial<UserRow>, note: (effect: Effect) => void): void => {
  const at = bumped(scope, user.updated_at);
  updateRow(scope.db, 'users', { instance: scope.instance, id: user.id }, { ...set, updated_at: at });
  note({ entity: 'user', verb: 'update', id: user.id, mark: user.email ?? user.id });
};

/** One address or number. Refuses (404) an unknown one. */
export const findContact = (scope: Scope, kind: ContactKind, id: string): Outcome<object> => {
  const owner = ownerOf(scope, kind, id);
  return owner === undefined ? missing(kind, id) : shownAs(scope, kind, owner.id, id);
};

/** Adds one to a user: the first becomes the primary one. Refuses (422) what somebody has. */
export const addContact = (scope: Scope, kind: ContactKind, draft: ContactDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findUser(scope, draft.user_id);
    if (!found.ok) return found;
    const user = found.value;
    const checked = checkUserFields(scope, { [kind]: [draft.value] });
    if (!checked.ok) return checked;
    const id = scope.mint('idn');
    const column = names[kind];
    const first = user[column] === null;
    const reserved = draft.verified ? 0 : unverified;
    if (!first || reserved !== 0)
      addIdentification(scope, user.id, { id, kind, value: draft.value, reserved });
    const primary = first
      ? { ok: true as const, value: { [column]: draft.value, [`${column}_id`]: id } }
      : setPrimary(scope, user, draft.primary ? { [`primary_${kind}_id`]: id } : {});
    if (!primary.ok) return primary;
    touch(scope, user, primary.value, note);
    return shownAs(scope, kind, user.id, id);
  });

/** Verifies one, or makes it the primary one. */
export const changeContact = (
  scope: Scope,
  kind: ContactKind,
  id: string,
  patch: ContactPatch,
): Outcome<object> =>
  mutate(scope, (note) => {
    const user = ownerOf(scope, kind, id);
    if (user === undefined) return missing(kind, id);
    const isPrimary = user[`${names[kind]}_id`] === id;
    const own = 'user_id = ? AND id = ?';
    if (patch.verified === true && isPrimary)
      scope.db.run(`DELETE FROM identifications WHERE ${own}`, [user.id, id]);
    else if (typeof patch.verified === 'boolean' && !isPrimary)
      scope.db.run(`UPDATE identifications SET reserved = ? WHERE ${own}`, [
        patch.verified ? 0 : unverified,
        user.id,
        id,
      ]);
    const primary = setPrimary(scope, user, patch.primary ? { [`primary_${kind}_id`]: id } : {});
    if (!primary.ok) return primary;
    touch(scope, user, primary.value, note);
    return shownAs(scope, kind, user.id, id);
  });

/** Takes one away; the next one becomes the primary one where it was that. */
export const removeContact = (scope: Scope, kind: ContactKind, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const user = ownerOf(scope, kind, id);
    if (user === undefined) return missing(kind, id);
    const column = names[kind];
    scope.db.run('DELETE FROM identifications WHERE user_id = ? AND id = ?', [user.id, id]);
    const next = furtherOf(scope, user.id).find((each) => each.kind === kind && each.reserved === 0);
    const wasPrimary = user[`${column}_id`] === id;
    if (wasPrimary && next !== undefined)
      scope.db.run('DELETE FROM identifications WHERE user_id = ? AND id = ?', [user.id, next.id]);
    const set = { [column]: next?.value ?? null, [`${column}_id`]: next?.id ?? null };
    touch(scope, user, wasPrimary ? set : {}, note);
    return { ok: true, value: { object: kind, id, deleted: true } };
  });
