import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { JsonObject } from '@shared/domain/json';
import type { Audit } from './audit';
import { compareMoments } from './compare-moments';
import { historyAbout } from './history-about';
import { misplacedRows, withPastNames } from './past-names';
import { pastPage } from './past-page';
import { pastRows } from './past-rows';
import { withPastTimes } from './past-times';
import { readMoment } from './read-moment';
import { seqAt } from './seq-at';
import { verifyChain } from './verify-chain';

/** Key of the time since when the copy is complete, ms. */
const sinceKey = 'history/since';

export interface AuditOptions {
  readonly store: Store;
  readonly now: () => number;
}

/** Reads of the past. `completeAt`: to be told once, when the first sweep has ended: what was before is not known. */
export function createAudit({
  store,
  now,
}: AuditOptions): Audit & { completeAt(time: number): Promise<void> } {
  async function since(): Promise<number> {
    const kept = await store.meta(sinceKey);
    return typeof kept === 'number' ? kept : 0;
  }

  async function within<T>(at: number, read: () => Promise<T>): Promise<Result<T>> {
    const first = await since();
    if (first === 0 || at < first)
      return failure(
        'not-found',
        'Tenantry had no complete copy at that moment, so it cannot show it.',
        'Choose a moment after the first sync.',
      );
    return success(await read());
  }

  return {
    completeAt: async (time) => {
      if ((await since()) === 0) await store.write({ meta: { [sinceKey]: time } });
    },
    range: async () => ({ from: await since(), to: now() }),
    page: (query, at) =>
      within(at, async () => {
        const seq = await seqAt(store, at);
        const then = await readMoment(store, query.entity, seq);
        const misplaced = await misplacedRows(store, query, then.names);
        const page = await pastPage(store, query, await pastRows(store, query.entity, then, misplaced));
        const named = page.rows.map((row): JsonObject => ({ ...withPastNames(row, then.names) }));
        const rows = await withPastTimes(store, query.entity, named, { at, seq });
        return { ...page, entity: query.entity, offset: query.offset, rows, extras: {} };
      }),
    record: (entity, id, at) =>
      within(at, async () => {
        const seq = await seqAt(store, at);
        const then = await readMoment(store, entity, seq, id);
        const row = await store.get(entity, id);
        const { now: held, was } = await pastRows(store, entity, then);
        const untouched = held.has(id) || then.pasts.has(id) ? null : row;
        const record = was.get(id) ?? untouched;
        if (record === null) return { record };
        const named: JsonObject = { ...withPastNames(record, then.names) };
        const [told] = await withPastTimes(store, entity, [named], { at, seq });
        return { record: told ?? named };
      }),
    compare: (query) => within(query.from, () => compareMoments(store, query)),
    verify: () => verifyChain(store),
    about: (whom) => historyAbout(store, whom),
  };
}
