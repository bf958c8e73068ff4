import type { Failure, FailureCode } from '@shared/contract/failure';
import type { CollectionProgress } from '@shared/contract/status';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { NetworkTrouble } from '@shared/domain/network-trouble';
import { t } from '@shared/language/t';

export type Unread = CollectionProgress['unread'][number];

/** What the copy of one collection lacks. */
export interface LeftOut {
  readonly entity: EntityName;
  /** Why its list was not read to the end; null: it was. */
  readonly failure: Failure | null;
  /** Records that are listed and could not be read: the first of them, and how many. */
  readonly unread: readonly Unread[];
  readonly unreadCount: number;
}

/** What the whole copy lacks: only collections that lack something, in the order of the sweep. */
export type LeftOuts = ReadonlyMap<EntityName, LeftOut>;

export const nothingLeftOut: LeftOuts = new Map();

/** Codes that say nothing of one list: whoever stands in between, or a key that opens nothing. */
const ofAllLists: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'offline',
  'timeout',
  'key-refused',
  'other-instance',
  ...NetworkTrouble.options,
]);

/**
 * What the copy lacks now. While a list is being walked again the engine has no word on it: what was told last stays, so
 * that nothing looks whole in between. The same object when nothing changed. Pure.
 */
export function leftOutsAfter(last: LeftOuts, collections: readonly CollectionProgress[]): LeftOuts {
  const now = new Map<EntityName, LeftOut>();
  for (const collection of collections) {
    const { entity } = collection;
    const told = isTold(collection) ? leftOutOf(collection) : (last.get(entity) ?? null);
    if (told !== null) now.set(entity, told);
  }
  return JSON.stringify([...now]) === JSON.stringify([...last]) ? last : now;
}

function isTold({ phase, failure, unreadCount }: CollectionProgress): boolean {
  switch (phase) {
    case 'done':
      return true;
    case 'failed':
      return failure === null || !ofAllLists.has(failure.code);
    case 'waiting':
      // Of earlier sweeps, told again after a restart.
      return unreadCount > 0;
    case 'pulling':
    case 'confirming':
      return false;
  }
}

function leftOutOf({ entity, failure, unread, unreadCount }: CollectionProgress): LeftOut | null {
  return failure === null && unreadCount === 0 ? null : { entity, failure, unread, unreadCount };
}

/** `invitations`, `invitations and roles`, `invitations, roles and people`. */
export function listed(names: readonly string[]): string {
  const [last = '', ...rest] = names.toReversed();
  return rest.length === 0 ? last : t('{names} and {last}', { names: rest.reverse().join(', '), last });
}

/** Names of the lists that were not read to their end. */
export function unlistedNames(leftOuts: Iterable<LeftOut>): readonly string[] {
  return [...leftOuts]
    .filter(({ failure }) => failure !== null)
    .map(({ entity }) => entityWords[entity].many);
}
