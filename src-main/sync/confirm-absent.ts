import type { WriteBatch } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { isProvisional, type RecordId } from '@shared/domain/ids';
import { readLagMs } from '@shared/domain/read-lag';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { planAbsent } from './plan-absent';
import { hashed, planPage } from './plan-page';
import type { SeenIds } from './seen-ids';
import { done, stopped, type WalkContext, type WalkOutcome } from './walk-context';
import { asMeta, metaKeys, mostNamed, type WalkState } from './walk-state';

/** Records asked for one by one at the same time, and written together. */
const together = 25;
/** Answers about one record that prove nothing and will be the same again: the record stays, and is told as unread. */
const staying: readonly RemoteFailure['kind'][] = ['forbidden', 'not-found', 'invalid', 'malformed'];

/**
 * Asks the service, by id, for every stored record that a complete walk did not see. Only what it says it does not have is
 * removed; what it still has was missed by the walk and is taken in.
 */
export async function confirmAbsent<E extends EntityName>(
  context: WalkContext<E>,
  walk: WalkState,
  seen: SeenIds,
): Promise<{ readonly outcome: WalkOutcome; readonly walk: WalkState }> {
  const { entity, store } = context;
  const absent = (await store.ids(entity)).filter((id) => !seen.has(id) && !isProvisional(id));
  let current: WalkState = walk;
  for (let at = 0; at < absent.length; at += together) {
    const rows = await candidates(context, absent.slice(at, at + together), walk.startedAt);
    const answers = await Promise.all(rows.map((row) => ask(context, row)));
    if (context.signal.aborted) return { outcome: stopped, walk: current };
    const failures = answers.flatMap(({ result }) => (result.ok ? [] : [result.failure]));
    // Organizations are hidden, not gone: what was copied stays.
    if (failures.some(({ lack }) => lack === 'off')) return { outcome: done, walk: current };
    const failure = failures.find(({ kind }) => !staying.includes(kind));
    if (failure !== undefined) return { outcome: { kind: 'failed', failure }, walk: current };
    seen.add(answers.flatMap(({ row, result }) => (result.ok && result.value === null ? [] : [row.id])));
    current = await writeAnswers(context, current, answers);
    const { deleted, unread, unreadCount } = current;
    context.progress.update({ deleted, unread, unreadCount });
  }
  return { outcome: done, walk: current };
}

/** Takes in what the service still has and removes what it does not, in one transaction. Returns the walk as it stands then. */
async function writeAnswers<E extends EntityName>(
  { entity, store, sweep, first }: WalkContext<E>,
  walk: WalkState,
  answers: readonly Answer<E>[],
): Promise<WalkState> {
  let next = walk;
  await store.write(async () => {
    const recordIds = answers.map(({ row }) => row.id);
    const local = await store.getMany(entity, recordIds);
    const intents = await store.intents({ recordIds });
    const batches = answers.flatMap(({ row, requestedAt, result }): readonly WriteBatch[] => {
      const stored = local.get(row.id);
      if (!result.ok || stored === undefined) return [];
      const own = intents.filter(({ recordId }) => recordId === row.id);
      if (result.value === null) return [planAbsent(entity, stored, own, requestedAt)];
      const records = [hashed(result.value)];
      return [planPage({ entity, records, local, intents: own, sweep, requestedAt, first })];
    });
    const removed = answers.filter(
      ({ row, result }) => result.ok && result.value === null && local.has(row.id),
    );
    const odd = answers.flatMap(({ row, result }) =>
      result.ok ? [] : [{ id: row.id, path: '', why: result.failure.message }],
    );
    next = {
      ...walk,
      deleted: walk.deleted + removed.length,
      unread: [...walk.unread, ...odd].slice(0, mostNamed),
      unreadCount: walk.unreadCount + odd.length,
    };
    return {
      put: batches.flatMap(({ put = [] }) => put),
      remove: batches.flatMap(({ remove = [] }) => remove),
      history: batches.flatMap(({ history = [] }) => history),
      meta: { [metaKeys.walk(entity)]: asMeta(next) },
    };
  });
  return next;
}

/** Rows worth asking for: not those known to be gone, nor those that a write from here made so lately that lists may lag. */
async function candidates<E extends EntityName>(
  { entity, store }: WalkContext<E>,
  ids: readonly RecordId[],
  startedAt: number,
): Promise<readonly StoredRecord<E>[]> {
  const applied = await store.intents({ recordIds: ids, states: ['applied'] });
  const fresh = new Set(
    applied
      .filter(({ action, closedAt }) => action.verb === 'create' && closedAt > startedAt - readLagMs)
      .map(({ recordId }) => recordId),
  );
  const rows = await store.getMany(entity, ids);
  return [...rows.values()].filter((row) => row.state !== 'gone' && !fresh.has(row.id));
}

interface Answer<E extends EntityName> {
  readonly row: StoredRecord<E>;
  readonly requestedAt: number;
  readonly result: RemoteResult<RemoteRecord<E> | null>;
}

async function ask<E extends EntityName>(context: WalkContext<E>, row: StoredRecord<E>): Promise<Answer<E>> {
  const { entity, port, now, signal } = context;
  const requestedAt = now();
  const result = await askSteadily('sweep', () => port.fetchOne(entity, row, signal), context);
  return { row, requestedAt, result };
}
