import type { Store } from '@main/store/store';
import type { InverseReport } from '@shared/contract/change-sets';
import { failure, type Result, success } from '@shared/contract/failure';
import type { KeptRun, RunDetail } from '@shared/contract/runs';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { newChangeSet, stageInverse } from '../change-sets/stage-inverse';
import { foundDone } from '../rows/close-applied';
import type { Staging } from '../staging/create-staging';
import type { StagingOptions } from '../staging/staging-options';
import { readRun, readRuns, runAt } from './kept-runs';

/** Runs that are kept, by the operations of the contract. */
export interface Runs {
  runs(): Promise<Result<KeptRun[]>>;
  run(asked: { readonly id: string }): Promise<Result<RunDetail>>;
  stageRunInverse(asked: { readonly id: string }): Promise<Result<InverseReport>>;
}

export interface RunsOptions extends StagingOptions {
  readonly staging: Pick<Staging, 'stage'>;
}

export function createRuns({ store, now, newId, staging }: RunsOptions): Runs {
  return {
    runs: async () => success([...(await readRuns(store))]),
    run: ({ id }) => readRun(store, id),
    stageRunInverse: async ({ id }) => {
      const found = await readRun(store, id);
      if (!found.ok) return found;
      const { run } = found.value;
      if (run.endedAt === null)
        return failure(
          'busy',
          t('This run is still under way. Nothing was staged.'),
          t('Take it back once it has ended.'),
        );
      const ticket = run.sets.length === 1 ? (run.sets[0]?.ticket ?? '') : '';
      const set = newChangeSet(
        { now, newId },
        { title: t('Undo: {title}', { title: run.title }), ticket, undoes: null },
      );
      return stageInverse({ store, staging }, await appliedIn(store, run), set);
    },
  };
}

/** What a run brought home. */
async function appliedIn(store: Store, run: KeptRun): Promise<readonly Intent[]> {
  const runs = await readRuns(store);
  const own: Intent[] = [];
  for (const { id } of run.sets)
    for (const intent of await store.intents({ states: ['applied'], changeSetId: id }))
      if (runOf(runs, intent)?.id === run.id) own.push(intent);
  return own;
}

/**
 * The run that sent an applied change: the time says which. Where its answer was lost, with the process or on the way, and it was found
 * done between two runs, it was sent by the last one before that had changes of its set.
 */
function runOf(runs: readonly KeptRun[], { outcome, changeSetId }: Intent): KeptRun | undefined {
  const at = outcome?.at ?? 0;
  const during = runAt(runs, at);
  if (during !== undefined || outcome?.code !== foundDone) return during;
  return runs.find(({ startedAt, sets }) => startedAt <= at && sets.some(({ id }) => id === changeSetId));
}
