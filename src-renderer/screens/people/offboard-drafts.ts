import { deletionsOf, updatesOf } from '@renderer/screens/kit/drafts-of';
import type { IntentDraft } from '@shared/domain/intent';
import type { Membership, User } from '@shared/domain/records/record-map';

/** How somebody goes: kept out, which can be taken back, or deleted. */
export type Offboarding = 'ban' | 'delete';

interface Offboarded {
  readonly people: readonly User[];
  /** Memberships of theirs that can be taken away here. */
  readonly places: readonly Membership[];
  /** Of these, where nobody else is an admin: the service would refuse to remove them. */
  readonly alone: readonly Membership[];
  readonly how: Offboarding;
}

/** Whom a directory manages is deleted there, and so are their memberships: its next sync would bring them back. */
export const isManaged = ({ directoryId }: Pick<User, 'directoryId'>): boolean => Boolean(directoryId);

/** Who goes of these people: a ban holds for everybody, a deletion only for whom no directory manages. */
export const goingOf = ({ people, how }: Pick<Offboarded, 'people' | 'how'>): readonly User[] =>
  how === 'ban' ? people : people.filter((person) => !isManaged(person));

/** All that ends people's access, as one undo group. A deletion takes sessions and memberships along by itself. Pure. */
export function offboardDrafts({ people, places, alone, how }: Offboarded): readonly IntentDraft[] {
  if (how === 'delete') return deletionsOf('user', goingOf({ people, how }));
  const signOut = people.map(({ id }): IntentDraft => {
    return { entity: 'user', recordId: id, action: { verb: 'perform', operation: 'revokeSessions' } };
  });
  const leave = places.filter((place) => !alone.includes(place));
  const kept = people.filter(({ banned }) => !banned);
  return [...signOut, ...deletionsOf('membership', leave), ...updatesOf('user', kept, 'banned', true)];
}
