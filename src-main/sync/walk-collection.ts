import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { confirmAbsent } from './confirm-absent';
import { incompleteCode } from './failure-of';
import { openPages } from './open-pages';
import { readProof, rowsDigest } from './page-proof';
import { createSeen, forgetSeen, readSeen, type SeenIds } from './seen-ids';
import { done, stopped, type WalkContext, type WalkOutcome } from './walk-context';
import { asMeta, isShort, metaKeys, newWalk, nextPass, readWalk, type WalkState } from './walk-state';
import type { ListedPage } from './walked-page';
import { type PageToPlan, writePages } from './write-pages';

/**
 * Walks one collection of the service into the store; goes on where an earlier process stopped.
 *
 *     pages ─> moved? ─yes─> pages again (at most twice)
 *       └─> fewer than counted? ─yes─> pages cut elsewhere (at most 12 times) ─> absent records, by id ─> done
 *                                                                                  └─ still fewer ─> incomplete
 */
export async function walkCollection<E extends EntityName>(given: WalkContext<E>): Promise<WalkOutcome> {
  const { entity, store, sweep, now, progress } = given;
  const stored = await readWalk(store, entity);
  if (stored?.sweep === sweep && stored.phase === 'done') return done;
  let walk = stored?.sweep === sweep ? stored : newWalk(sweep, now(), stored);
  // A list that was refused so far is no list of what was made lately.
  const context = { ...given, first: given.first || !walk.ended };
  let seen = await readSeen(store, entity, walk.chunks);
  progress.update({
    phase: 'pulling',
    failure: null,
    done: seen.size,
    total: walk.total,
    unread: walk.unread,
    unreadCount: walk.unreadCount,
  });

  for (;;) {
    const before = seen.size;
    const pass = await walkPages(context, walk, seen);
    if (pass.outcome.kind !== 'done') return pass.outcome;
    walk = pass.walk;
    const again = nextPass(walk, { seen: seen.size, before });
    if (again === null) break;
    await store.write({
      meta: {
        ...(again.forgets && forgetSeen(entity, walk.chunks)),
        [metaKeys.walk(entity)]: asMeta(again.walk),
      },
    });
    walk = again.walk;
    if (again.forgets) seen = createSeen();
    progress.update({ phase: 'confirming' });
  }
  progress.update({ phase: 'confirming' });
  const confirmed = await confirmAbsent(context, walk, seen);
  if (confirmed.outcome.kind !== 'done') return confirmed.outcome;
  walk = confirmed.walk;
  if (isShort(walk, seen.size)) return { kind: 'failed', failure: incomplete(walk, seen.size) };
  await store.prepare(entity);
  const completedAt = now();
  walk = {
    ...walk,
    phase: 'done',
    failure: null,
    since: walk.ended ? walk.since : completedAt,
    completedAt,
    tookMs: Math.max(0, completedAt - walk.startedAt),
  };
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
    uncounted: walk.uncounted,
  });
  return done;
}

/** The service counts more than it shows, however it is asked. */
function incomplete({ least }: WalkState, seen: number): RemoteFailure {
  return {
    kind: 'malformed',
    status: 200,
    code: incompleteCode,
    message: t('It counts {least, number} and shows {seen, number}.', { least: least ?? 0, seen }),
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: false,
  };
}

/** Pages of a first walk that are written at once: each write of a table touches most of its index, however few its rows are. */
const mostAtOnce = 4;

async function walkPages<E extends EntityName>(
  context: WalkContext<E>,
  from: WalkState,
  seen: SeenIds,
): Promise<{ readonly outcome: WalkOutcome; readonly walk: WalkState }> {
  let walk = from;
  let quiet = 0;
  let waiting: readonly PageToPlan<E>[] = [];
  // The first rows are on screen with the first page.
  let atOnce = 1;
  const { entity, store } = context;
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    ({ walk, quiet } = await writePages(context, { walk, pages: waiting, seen, quiet }));
    waiting = [];
    if (context.first) atOnce = Math.min(atOnce * 2, mostAtOnce);
    const count = walk.pass === 1 ? { done: seen.size } : {};
    const { total, changed, unread, unreadCount } = walk;
    context.progress.update({ ...count, total, changed, unread, unreadCount });
  };
  const fail = async (failure: RemoteFailure) => {
    await write();
    return { outcome: { kind: 'failed' as const, failure }, walk };
  };
  const recall = (place: number, at: string) => readProof(store, entity, place, at);
  for await (const result of openPages({ ...context, recall }, from)) {
    if (context.signal.aborted) return { outcome: stopped, walk };
    if (!result.ok) return fail(result.failure);
    context.onReached();
    const records = await recordsToPlan(store, entity, result.value);
    if (!records.ok) return fail(records.failure);
    waiting = [...waiting, { page: result.value, records: records.value }];
    if (waiting.length >= atOnce || result.value.last) await write();
  }
  return { outcome: done, walk };
}

/**
 * The records of a page that must be compared with their rows: none when the page and the rows are both proven to be as they
 * were; all of them, asked for again, when only the rows are not.
 */
async function recordsToPlan<E extends EntityName>(
  store: Store,
  entity: E,
  { ids, records, proof, askAgain }: ListedPage<E>,
): Promise<RemoteResult<readonly RemoteRecord<E>[]>> {
  if (proof === null || records !== null) return { ok: true, value: records ?? [], requestId: '' };
  if (rowsDigest(ids, await store.hashes(entity, ids)) === proof.rows) {
    return { ok: true, value: [], requestId: '' };
  }
  const again = await askAgain();
  return again.ok ? { ...again, value: again.value.records } : again;
}
