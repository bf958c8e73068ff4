import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { ApplyReport } from '@shared/contract/plan';
import { KeptRun, RunDetail } from '@shared/contract/runs';
import type { IntentId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { undoGroupTitle } from '@shared/domain/staging/undo-group-title';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { allChangeSets } from '../change-sets/find-change-set';
import type { ReconcileContext } from '../service/reconcile-context';
import { runTrouble } from './run-trouble';

const runsKey = 'runs';
const detailKey = (id: string): string => `run/${id}`;
/** Older runs are forgotten; what they did stays in history. */
const mostRuns = 1_000;
/** Changes that a run did not bring home, told one by one. */
const mostTrouble = 200;

const Detail = RunDetail.omit({ run: true });

/** Runs that sent something, the latest first. */
export function readRuns(store: Pick<Store, 'meta' | 'subscribe'>): Promise<readonly KeptRun[]> {
  return decodedMeta(store, runsKey, (value) => z.array(KeptRun).parse(value ?? []));
}

export async function readRun(store: Store, id: string): Promise<Result<RunDetail>> {
  const run = (await readRuns(store)).find((each) => each.id === id);
  if (run === undefined)
    return failure(
      'not-found',
      t('No run {id} is kept.', { id }),
      t('Choose one of the runs that are listed.'),
    );
  const kept = Detail.safeParse(await store.meta(detailKey(id)));
  return success({ run, ...(kept.success ? kept.data : { trouble: [], troubleTotal: 0 }) });
}

/** The run that was under way at a moment: one goes at a time. */
export function runAt(runs: readonly KeptRun[], at: number): KeptRun | undefined {
  return runs.find(
    ({ startedAt, endedAt }) => startedAt <= at && at <= (endedAt ?? Number.POSITIVE_INFINITY),
  );
}

type Context = Pick<ReconcileContext, 'store' | 'now'>;

/** The same runs with another one, and without those that are too old. */
function withRun(runs: readonly KeptRun[], run: KeptRun): Record<string, JsonValue> {
  const all = [run, ...runs.filter(({ id }) => id !== run.id)];
  return {
    ...Object.fromEntries(all.slice(mostRuns).map(({ id }) => [detailKey(id), null])),
    [runsKey]: all.slice(0, mostRuns) as JsonValue,
  };
}

/** A run that is under way, as it is kept. */
export interface RunRecord {
  /** Why a step ended as it did, where no answer of the service says it. */
  saw(intentId: IntentId, why: string): void;
  end(report: ApplyReport | null): Promise<void>;
}

/**
 * Keeps that a run begins, before its first change is sent.
 *
 * @param sent what it is to send
 * @param held what it was asked for and cannot send, and why
 */
export async function beginRun(
  { store, now }: Context,
  sent: readonly Intent[],
  held: ReadonlyMap<IntentId, string>,
): Promise<RunRecord> {
  const sets = await allChangeSets(store);
  const began = { id: '', startedAt: now(), endedAt: null, report: null, changes: sent.length };
  const run: KeptRun = { ...began, title: undoGroupTitle(sent), sets: setsOf(sent, sets) };
  await store.write(async () => {
    const runs = await readRuns(store);
    run.id = String(Number(runs[0]?.id ?? 0) + 1);
    return { meta: withRun(runs, run) };
  });
  const begun = new Map(sent.map((intent) => [intent.id, intent]));
  const ends = new Map<IntentId, string>();
  return {
    saw: (intentId, why) => void ends.set(intentId, why),
    end: async (report) => {
      const ids = [...new Set([...begun.keys(), ...held.keys()])];
      const left = (await store.intents({ ids })).filter(({ state }) => state !== 'applied');
      const trouble = left.slice(0, mostTrouble).map((intent) => runTrouble(intent, { begun, held, ends }));
      // What is shown once is kept nowhere.
      const kept = report === null ? null : { ...report, secrets: undefined };
      await store.write(async () => ({
        meta: {
          ...withRun(await readRuns(store), KeptRun.parse({ ...run, endedAt: now(), report: kept })),
          [detailKey(run.id)]: { trouble, troubleTotal: left.length },
        },
      }));
    },
  };
}

/** Runs that broke off with the last process are no longer under way. To be called once, before anything is sent. */
export async function endBrokenRuns({ store, now }: Context): Promise<void> {
  await store.write(async () => {
    const runs = await readRuns(store);
    if (runs.every(({ endedAt }) => endedAt !== null)) return {};
    const ended = runs.map((run) => ({ ...run, endedAt: run.endedAt ?? now() }));
    return { meta: { [runsKey]: ended as JsonValue } };
  });
}

/** Change sets that intents belong to, as they are called now, the largest part first. */
function setsOf(
  intents: readonly Intent[],
  sets: readonly { readonly id: string; readonly title: string; readonly ticket: string }[],
): KeptRun['sets'] {
  const counts = new Map<Intent['changeSetId'], number>();
  for (const { changeSetId } of intents) counts.set(changeSetId, (counts.get(changeSetId) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([id, changes]) => {
      const { title = id, ticket = '' } = sets.find((set) => set.id === id) ?? {};
      return { id, title, ticket, changes };
    });
}
