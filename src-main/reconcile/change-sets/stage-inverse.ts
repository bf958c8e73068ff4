import type { Store } from '@main/store/store';
import type { InverseReport } from '@shared/contract/change-sets';
import { type Result, success } from '@shared/contract/failure';
import type { ChangeSet } from '@shared/domain/change-set';
import type { ChangeSetId } from '@shared/domain/ids';
import { inverseDrafts } from '@shared/domain/reconcile/inverse-drafts';
import { alreadySo } from '../close-applied';
import type { Staging } from '../create-staging';
import { findChangeSet } from './find-change-set';

interface Parts {
  readonly store: Store;
  readonly staging: Pick<Staging, 'stage'>;
  /** The new set's name, after the one it takes back. */
  readonly made: (undone: ChangeSet) => ChangeSet;
}

/**
 * Stages the opposite of what a change set did on the service, as one gesture in a set of its own. What was so already was
 * somebody else's doing and stays. A value that has changed since then is a conflict in the plan, not overwritten.
 */
export async function stageInverse(
  { store, staging, made }: Parts,
  id: ChangeSetId,
): Promise<Result<InverseReport>> {
  const found = await findChangeSet(store, id);
  if (!found.ok) return found;
  const applied = await store.intents({ states: ['applied'], changeSetId: id });
  const own = applied.filter(({ outcome }) => outcome?.code !== alreadySo);
  const { drafts, notUndone } = inverseDrafts(own);
  const changeSet = made(found.value);
  // The set comes first: staged intents never belong to a set that is not there.
  if (drafts.length > 0) await store.write({ changeSets: [changeSet] });
  const report = await staging.stage(
    drafts.map(({ draft }) => draft),
    changeSet.id,
  );
  if (drafts.length > 0 && report.staged.length === 0)
    await store.write({ changeSets: [{ ...changeSet, joinedInto: id }] });
  return success({
    changeSet: report.staged.length > 0 ? changeSet : null,
    staged: report.staged,
    rejected: report.rejected.map(({ index, failure }) => ({ label: drafts[index]?.label ?? '', failure })),
    notUndone: [...notUndone],
  });
}
