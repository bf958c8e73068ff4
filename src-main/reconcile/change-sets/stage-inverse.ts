import type { Store } from '@main/store/store';
import type { InverseReport } from '@shared/contract/change-sets';
import { type Result, success } from '@shared/contract/failure';
import { type ChangeSet, defaultChangeSetId } from '@shared/domain/change-set';
import { ChangeSetId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { inverseDrafts } from '@shared/domain/reconcile/inverse-drafts';
import { alreadySo } from '../rows/close-applied';
import type { Staging } from '../staging/create-staging';
import type { StagingOptions } from '../staging/staging-options';

/** A set that is not stored yet. `title` is cut to what a title may hold. */
export function newChangeSet(
  { now, newId }: Pick<StagingOptions, 'now' | 'newId'>,
  { title, ticket, undoes }: Pick<ChangeSet, 'title' | 'ticket' | 'undoes'>,
): ChangeSet {
  const id = ChangeSetId.parse(`set_${newId()}`);
  return { id, title: title.slice(0, longestTitle), ticket, createdAt: now(), undoes, joinedInto: null };
}

const longestTitle = 200;

/**
 * Stages the opposite of what applied intents did on the service, as one undo group in a set of its own. What was so already was
 * somebody else's doing and stays. A value that has changed since then is a conflict in the plan, not overwritten.
 */
export async function stageInverse(
  { store, staging }: { readonly store: Store; readonly staging: Pick<Staging, 'stage'> },
  applied: readonly Intent[],
  changeSet: ChangeSet,
): Promise<Result<InverseReport>> {
  const own = applied.filter(({ outcome }) => outcome?.code !== alreadySo);
  const { drafts, notUndone } = inverseDrafts(own);
  // The set comes first: staged intents never belong to a set that is not there.
  if (drafts.length > 0) await store.write({ changeSets: [changeSet] });
  const report = await staging.stage(
    drafts.map(({ draft }) => draft),
    changeSet.id,
  );
  // What stays empty is listed no more.
  if (drafts.length > 0 && report.staged.length === 0)
    await store.write({ changeSets: [{ ...changeSet, joinedInto: changeSet.undoes ?? defaultChangeSetId }] });
  return success({
    changeSet: report.staged.length > 0 ? changeSet : null,
    staged: report.staged,
    rejected: report.rejected.map(({ index, failure }) => ({ label: drafts[index]?.label ?? '', failure })),
    notUndone: [...notUndone],
  });
}
