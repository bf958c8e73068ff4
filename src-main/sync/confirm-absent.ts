import type { WriteBatch } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { isProvisional, type RecordId } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { fetchSteadily } from './fetch-steadily';
import { organizationsOff } from './identity-port';
import { planAbsent } from './plan-absent';
import { hashed, planPage, readLagMs } from './plan-page';
import type { SeenIds } from './seen-ids';
import { done, stopped, type WalkContext, type WalkOutcome } from './walk-context';
import { asMeta, metaKeys, type WalkState } from './walk-state';

/** Records asked for one by one at the same time, and written together. */
const together = 25;

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
    const failed = answers.find((answer) => !answer.result.ok);
    if (failed !== undefined && !failed.result.ok) {
      // Organizations are hidden, not gone: what was copied stays.
      if (failed.result.failure.code === organizationsOff) return { outcome: done, walk: current };
      return { outcome: { kind: 'failed', failure: failed.result.failure }, walk: current };
    }
    for (const { row, requestedAt, result } of answers) {
      if (!result.ok) continue;
      const record = result.value;
      await store.write(async () => {
        const intents = await store.intents({ recordIds: [row.id] });
        const { sweep, first } = context;
        const local = await store.getMany(entity, [row.id]);
        const stored = local.get(row.id);
        if (stored === undefined) return {};
        if (record !== null) {
          const facts = { entity, records: [hashed(record)], local, intents, sweep, requestedAt, first };
          const { put, history } = planPage(facts);
          return { put, history };
        }
        const batch: WriteBatch = planAbsent(entity, stored, intents, requestedAt);
        current = { ...current, deleted: current.deleted + 1 };
        return { ...batch, meta: { [metaKeys.walk(entity)]: asMeta(current) } };
      });
    }
    context.progress.update({ deleted: current.deleted });
  }
  return { outcome: done, walk: current };
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

async function ask<E extends EntityName>(context: WalkContext<E>, row: StoredRecord<E>) {
  const { entity, port, now, signal } = context;
  const requestedAt = now();
  const result = await fetchSteadily(() => port.fetchOne(entity, row, signal), context);
  return { row, requestedAt, result };
}
