import type { EntityName } from '@shared/domain/entity';
import { confirmAbsent } from './confirm-absent';
import { openPages } from './open-pages';
import { readProof } from './page-proof';
import { recordsToPlan } from './records-to-plan';
import { createSeen, forgetSeen, readSeen, type SeenIds } from './seen-ids';
import { done, stopped, type WalkContext, type WalkOutcome } from './walk-context';
import { anotherPass, asMeta, metaKeys, newWalk, readWalk, type WalkState } from './walk-state';
import { writePage } from './write-page';

/** Passes over a list that does not stop moving; then deletions are left to the confirmation by id. */
const mostPasses = 3;

/**
 * Walks one collection of the service into the store; goes on where an earlier process stopped.
 *
 *     pages ─> moved? ─yes─> pages again (at most twice) ─> absent records, by id ─> done
 */
export async function walkCollection<E extends EntityName>(context: WalkContext<E>): Promise<WalkOutcome> {
  const { entity, store, sweep, now, progress } = context;
  const stored = await readWalk(store, entity);
  if (stored?.sweep === sweep && stored.phase === 'done') return done;
  let walk = stored?.sweep === sweep ? stored : newWalk(sweep, now(), stored?.total);
  let seen = await readSeen(store, entity, walk.chunks);
  progress.update({ phase: 'pulling', failure: null, done: seen.size, total: walk.total });

  for (;;) {
    const pass = await walkPages(context, walk, seen);
    if (pass.outcome.kind !== 'done') return pass.outcome;
    walk = pass.walk;
    if (!walk.moved || walk.pass >= mostPasses) break;
    // What an earlier pass saw may be gone by now: only the last pass says what the service has.
    const again = anotherPass(walk);
    await store.write({
      meta: { ...forgetSeen(entity, walk.chunks), [metaKeys.walk(entity)]: asMeta(again) },
    });
    walk = again;
    seen = createSeen();
    progress.update({ phase: 'confirming' });
  }
  progress.update({ phase: 'confirming' });
  const confirmed = await confirmAbsent(context, walk, seen);
  if (confirmed.outcome.kind !== 'done') return confirmed.outcome;
  await store.prepare(entity);
  const completedAt = now();
  walk = { ...confirmed.walk, phase: 'done', completedAt, tookMs: completedAt - walk.startedAt };
  await store.write({
    meta: { ...forgetSeen(entity, walk.chunks), [metaKeys.walk(entity)]: asMeta({ ...walk, chunks: 0 }) },
  });
  progress.update({
    phase: 'done',
    done: walk.total,
    completedAt,
    tookMs: walk.tookMs,
    changed: walk.changed,
    deleted: walk.deleted,
  });
  return done;
}

async function walkPages<E extends EntityName>(
  context: WalkContext<E>,
  from: WalkState,
  seen: SeenIds,
): Promise<{ readonly outcome: WalkOutcome; readonly walk: WalkState }> {
  let walk = from;
  let quiet = 0;
  const { entity, store } = context;
  const recall = (place: number, at: string) => readProof(store, entity, place, at);
  for await (const result of openPages({ ...context, recall }, from)) {
    if (context.signal.aborted) return { outcome: stopped, walk };
    if (!result.ok) return { outcome: { kind: 'failed', failure: result.failure }, walk };
    context.onReached();
    const records = await recordsToPlan(store, entity, result.value);
    if (!records.ok) return { outcome: { kind: 'failed', failure: records.failure }, walk };
    ({ walk, quiet } = await writePage(context, {
      walk,
      page: result.value,
      records: records.value,
      seen,
      quiet,
    }));
    const count = walk.pass === 1 ? { done: seen.size } : {};
    context.progress.update({ ...count, total: walk.total, changed: walk.changed });
  }
  return { outcome: done, walk };
}
