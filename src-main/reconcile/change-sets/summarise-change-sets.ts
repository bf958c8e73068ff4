import type { Store } from '@main/store/store';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import { isOpen } from '@shared/domain/intent';
import { allChangeSets } from './find-change-set';

/** Change sets that stand on their own, newest first, with how many of their intents stand where. */
export async function summariseChangeSets(store: Store): Promise<readonly ChangeSetSummary[]> {
  const tally = await store.intentTally();
  return (await allChangeSets(store))
    .filter(({ joinedInto }) => joinedInto === null)
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((changeSet) => {
      const own = tally.filter(({ changeSetId }) => changeSetId === changeSet.id);
      const count = (wanted: (held: { readonly state: (typeof own)[number]['state'] }) => boolean): number =>
        own.filter(wanted).reduce((sum, held) => sum + held.count, 0);
      return {
        ...changeSet,
        open: count(isOpen),
        conflicts: count(({ state }) => state === 'conflict'),
        refused: count(({ state }) => state === 'refused'),
        applied: count(({ state }) => state === 'applied'),
      };
    });
}
