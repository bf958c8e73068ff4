import type { PullPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { Failure } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import type { ProgressTracker } from './collection-progress';
import { failureOf, incompleteCode } from './failure-of';
import { forgetSeen } from './seen-ids';
import { walkCollection } from './walk-collection';
import type { Patience, WalkOutcome } from './walk-context';
import { asMeta, metaKeys, newWalk, readSweep, readWalk, type SweepState } from './walk-state';

export interface SweepContext extends TotalsContext, Patience {
  readonly store: Store;
  readonly now: () => number;
  readonly onReached: () => void;
}

export type SweepOutcome =
  | { readonly kind: 'complete'; readonly completedAt: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: RemoteFailure; readonly entity: EntityName };

/** A sweep older than this speaks of the past when it ends at last, ms. */
const freshMs = 5 * 60_000;

/**
 * One sweep over all collections. One that was broken off goes on; if that was long ago, a new one follows, so that nothing
 * counts as seen now that was seen then.
 */
export async function runSweep(context: SweepContext): Promise<SweepOutcome> {
  const { store, now } = context;
  const { startedAt, completedAt } = await readSweep(store);
  // One that began by a clock that was ahead may be of any age.
  const stale = startedAt > completedAt && Math.abs(now() - startedAt) > freshMs;
  const outcome = await sweepThrough(context);
  return stale && outcome.kind === 'complete' ? sweepThrough(context) : outcome;
}

async function sweepThrough(context: SweepContext): Promise<SweepOutcome> {
  const { store, now, progress, signal } = context;
  const last = await readSweep(store);
  const sweep: SweepState =
    last.startedAt > last.completedAt
      ? last
      : { ...last, number: last.number + 1, startedAt: Math.max(now(), last.completedAt + 1) };
  if (sweep !== last) {
    await store.write({ meta: { [metaKeys.sweep]: asMeta(sweep) } });
    for (const tracker of progress.values()) tracker.update({ phase: 'waiting', done: 0, failure: null });
  }
  if (sweep.completedAt === 0) void learnTotals(context);

  const outcomes = await walkAll(context, sweep);
  if (signal.aborted) return { kind: 'stopped' };
  const failed = worstOf(outcomes);
  if (failed !== null) return failed;
  // By the clock of now, also where it was ahead when an earlier sweep ended; two sweeps never end at one moment.
  const at = now();
  const completedAt = at === last.completedAt ? at + 1 : at;
  const startedAt = Math.min(sweep.startedAt, completedAt);
  await store.write({ meta: { [metaKeys.sweep]: asMeta({ ...sweep, startedAt, completedAt }) } });
  return { kind: 'complete', completedAt };
}

type EntityOutcome = WalkOutcome & { readonly entity: EntityName };

/** What edits are validated against: short lists, there before the first record that can be edited. */
const vocabulary: readonly EntityName[] = ['settings', 'permission', 'role'];

/**
 * Walks the vocabulary, then all other collections at the same time: each waits for the service most of its time, above
 * all the users, whose pages must be asked for one after the other. No row needs another to be stored first; names are
 * copies that the service sends. A collection that fails leaves the others to finish.
 */
async function walkAll(context: SweepContext, sweep: SweepState): Promise<readonly EntityOutcome[]> {
  const all = [...context.progress.keys()];
  const first = await walkTogether(
    context,
    sweep,
    all.filter((entity) => vocabulary.includes(entity)),
  );
  const others = all.filter((entity) => !vocabulary.includes(entity));
  return [...first, ...(await walkTogether(context, sweep, others))];
}

async function walkTogether(
  context: SweepContext,
  sweep: SweepState,
  entities: readonly EntityName[],
): Promise<readonly EntityOutcome[]> {
  const walks = entities.map(async (entity): Promise<EntityOutcome> => {
    const tracker = context.progress.get(entity);
    if (tracker === undefined) throw new Error(`no progress of ${entity}`);
    const outcome = await walkCollection({
      ...context,
      entity,
      sweep: sweep.number,
      first: sweep.completedAt === 0,
      progress: tracker,
    });
    if (outcome.kind === 'failed') {
      const failure = failureOf(outcome.failure, entity);
      tracker.update({ phase: 'failed', failure });
      if (lasts(outcome.failure))
        await keepFailure(context.store, entity, { sweep, failure, now: context.now() });
    }
    return { ...outcome, entity };
  });
  const settled = await Promise.allSettled(walks);
  return settled.map((walk) => {
    if (walk.status === 'rejected') throw walk.reason;
    return walk.value;
  });
}

/** The service has spoken, and will say the same again: told also after a restart. */
function lasts(failure: RemoteFailure): boolean {
  return isRefusal(failure) || failure.code === incompleteCode;
}

/** This list is not for this key, this plan or this instance; the others may be. */
function isRefusal({ kind, status }: RemoteFailure): boolean {
  return kind === 'forbidden' || kind === 'not-found' || status === 402;
}

async function keepFailure(
  store: Store,
  entity: EntityName,
  told: { readonly sweep: SweepState; readonly failure: Failure; readonly now: number },
): Promise<void> {
  const walk = await readWalk(store, entity);
  // From its head again the next time: what was seen is of no use to a walk that came to no end.
  const next = { ...newWalk(told.sweep.number, told.now, walk), failure: told.failure };
  await store.write({
    meta: { ...forgetSeen(entity, walk?.chunks ?? 0), [metaKeys.walk(entity)]: asMeta(next) },
  });
}

/** Of several failures the one that says most: a refused key, then no connection, then the rest in order. */
function worstOf(outcomes: readonly EntityOutcome[]): SweepOutcome | null {
  const all = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome] : []));
  const allRefused = all.length === outcomes.length && all.every(({ failure }) => isRefusal(failure));
  // Lists that are refused leave the rest synced; where nothing at all may be read there is no rest.
  const failed = allRefused ? all : all.filter(({ failure }) => !isRefusal(failure));
  const of = (...kinds: readonly RemoteFailure['kind'][]) =>
    failed.find(({ failure }) => kinds.includes(failure.kind));
  return of('unauthorized') ?? of('offline', 'timeout') ?? failed[0] ?? null;
}

interface TotalsContext {
  readonly port: PullPort;
  readonly progress: ReadonlyMap<EntityName, ProgressTracker>;
  readonly signal: AbortSignal;
}

/** Asks how many records there are before the first walk gets there, so that progress is honest from its first second. */
async function learnTotals({ port, progress, signal }: TotalsContext): Promise<void> {
  await Promise.all(
    [...progress].map(async ([entity, tracker]) => {
      if (tracker.view().total > 0) return;
      const page = await port.fetchPage(entity, { offset: 0, limit: 1 }, signal);
      if (page.ok && tracker.view().total === 0) tracker.update({ total: page.value.total });
    }),
  );
}
