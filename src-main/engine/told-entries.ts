import { allChangeSets } from '@main/reconcile/change-sets/find-change-set';
import type { FourEyes } from '@main/reconcile/four-eyes/create-four-eyes';
import { readRuns, runAt } from '@main/reconcile/runs/kept-runs';
import type { Store } from '@main/store/store';
import type { ToldEntry } from '@shared/contract/history';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { modelOf } from '@shared/domain/entity';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { IntentId, RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';

/** Entries with their organization, and with the gesture or change set, the run and the author that they come from. */
export async function toldEntries(
  { store, fourEyes }: { readonly store: Store; readonly fourEyes: Pick<FourEyes, 'signed'> },
  entries: readonly HistoryEntry[],
): Promise<ToldEntry[]> {
  const places = await store.getMany('organization', [
    ...new Set(entries.flatMap(({ organizationId }) => RecordId.safeParse(organizationId).data ?? [])),
  ]);
  const ids = [...new Set(entries.flatMap(({ intentId }) => IntentId.safeParse(intentId).data ?? []))];
  const intents = new Map((ids.length === 0 ? [] : await store.intents({ ids })).map((one) => [one.id, one]));
  const runs = intents.size === 0 ? [] : await readRuns(store);
  const sets = new Map((await allChangeSets(store)).map((set) => [set.id, set]));
  const authors = new Map<string, string>();
  for (const id of new Set([...intents.values()].map(({ changeSetId }) => changeSetId))) {
    const author = (await fourEyes.signed(id))?.author;
    if (author && !author.self) authors.set(id, author.name);
  }
  const partOf = ({ gesture, changeSetId }: Intent, at: number): ToldEntry['part'] => {
    const run = runAt(runs, at)?.id ?? '';
    const set = changeSetId === defaultChangeSetId ? undefined : sets.get(changeSetId);
    return {
      key: `${run}/${set === undefined ? gesture : changeSetId}`,
      set: set?.title ?? '',
      ticket: set?.ticket ?? '',
      run,
      by: authors.get(changeSetId) ?? '',
    };
  };
  return entries.map((entry) => {
    const intent = intents.get(entry.intentId as IntentId);
    const own = modelOf(entry.entity).scope === true;
    const place = own ? undefined : places.get(entry.organizationId as RecordId);
    return {
      ...entry,
      organizationName: place?.name ?? '',
      part: intent === undefined ? null : partOf(intent, entry.at),
    };
  });
}
