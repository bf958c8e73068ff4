import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { CompareQuery, Comparison } from '@shared/contract/history';
import type { EntityName } from '@shared/domain/entity';
import { filtersIn } from '@shared/domain/filter/condition';
import { atMoment } from '@shared/domain/filter/span';
import { addOlder, isLasting, type NetChange, settled } from '@shared/domain/history/net-change';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';
import { countedBeside } from '@shared/domain/records/beside';
import { blankKept } from '@shared/domain/records/computed';
import { fieldAt } from '@shared/domain/records/fields-of';
import { isMembership } from '@shared/domain/rules/asks';
import { t } from '@shared/language/t';
import { adminChanges } from './admin-changes';
import type { Audit } from './audit';
import { historyAbout } from './history-about';
import { misplacedRows, withPastNames } from './past-names';
import { pastPage } from './past-page';
import { pastRows } from './past-rows';
import { readMoment } from './read-moment';
import { seqAt } from './seq-at';
import { verifyChain } from './verify-chain';
import { walkHistory } from './walk-history';

/** Key of the time since when the copy is complete, ms. */
const sinceKey = 'history/since';

export interface AuditOptions {
  readonly store: Store;
  readonly now: () => number;
  /** When a list was walked to its end first, ms: what its rows were before is not known. 0 where that is not kept; left out where no list is walked. */
  readonly listSince?: (entity: EntityName) => Promise<number>;
}

/** Reads of the past. `completeAt`: to be told once, when the first sweep has ended: what was before is not known. */
export function createAudit({
  store,
  now,
  listSince = () => Promise.resolve(0),
}: AuditOptions): Audit & { completeAt(time: number): Promise<void> } {
  async function since(): Promise<number> {
    const kept = await store.meta(sinceKey);
    return typeof kept === 'number' ? kept : 0;
  }

  async function within<T>(at: number, read: () => Promise<T>): Promise<Result<T>> {
    const first = await since();
    if (first === 0 || at < first) return noCopyThen();
    return success(await read());
  }

  /** The same of the rows of one list. */
  const withinList = async <T>(entity: EntityName, at: number, read: () => Promise<T>): Promise<Result<T>> =>
    at < (await listSince(entity)) ? noCopyThen() : within(at, read);

  return {
    completeAt: async (time) => {
      if ((await since()) === 0) await store.write({ meta: { [sinceKey]: time } });
    },
    range: async () => ({ from: await since(), to: now() }),
    page: async (asked, at) => {
      const blank = blankKept(asked.entity);
      const named = [...filtersIn(asked.where), ...(asked.sort ? [asked.sort] : []), ...(asked.thenBy ?? [])];
      const untold = named.find(
        ({ field }) => Object.hasOwn(blank, field) || countedBeside(asked.entity, field) !== null,
      );
      if (untold !== undefined) return notToldThen(asked.entity, untold.field);
      return withinList(asked.entity, at, async () => {
        const query = { ...asked, where: atMoment(asked.entity, asked.where, at) };
        const seq = await seqAt(store, at);
        const then = await readMoment(store, query.entity, { seq });
        const misplaced = await misplacedRows(store, query, then.names);
        const page = await pastPage(store, query, await pastRows(store, query.entity, then, misplaced));
        const named = page.rows.map((row): JsonObject => ({ ...withPastNames(row, then.names), ...blank }));
        const rows = await withPastTimes(store, query.entity, named, { at, seq });
        return { ...page, entity: query.entity, offset: query.offset, rows, extras: {} };
      });
    },
    record: (entity, id, at) =>
      withinList(entity, at, async () => {
        const seq = await seqAt(store, at);
        const then = await readMoment(store, entity, { seq }, id);
        const row = await store.get(entity, id);
        const { now: held, was } = await pastRows(store, entity, then);
        const untouched = held.has(id) || then.pasts.has(id) ? null : row;
        const record = was.get(id) ?? untouched;
        if (record === null) return { record };
        const named: JsonObject = { ...withPastNames(record, then.names), ...blankKept(entity) };
        const [told] = await withPastTimes(store, entity, [named], { at, seq });
        return { record: told ?? named };
      }),
    compare: (query) => within(query.from, () => compareMoments(store, query)),
    verify: () => verifyChain(store),
    about: (whom) => historyAbout(store, whom),
  };
}

/** Of a moment before the first complete copy nothing is known. */
export function noCopyThen(): Result<never> {
  return failure(
    'not-found',
    t('Tenantry had no complete copy at that moment, so it cannot show it.'),
    t('Choose a moment after the first sync.'),
  );
}

const notToldThen = (entity: EntityName, field: string): Result<never> =>
  failure(
    'invalid-input',
    t('“{field}” follows from other records and is not told of a past moment.', {
      field: (fieldAt(entity, field) ?? countedBeside(entity, field))?.label ?? field,
    }),
    t('Sort and filter by something else, or go back to now.'),
  );

interface Moment {
  readonly at: number;
  /** Where the chain ended then. */
  readonly seq: number;
}

/**
 * Rows whose last change is later than the moment they show: a change too small for history (a figure that follows from other
 * records) moved it. Then it is the last change that history told before; 0 where none was.
 */
async function withPastTimes(
  store: Store,
  entity: EntityName,
  rows: readonly JsonObject[],
  { at, seq }: Moment,
): Promise<JsonObject[]> {
  return Promise.all(
    rows.map(async (row) => {
      if (typeof row.updatedAt !== 'number' || row.updatedAt <= at) return row;
      const recordId = RecordId.parse(row.id);
      const [last] = await store.history({ entity, recordId, beforeSeq: seq + 1, limit: 1 });
      const created = typeof row.createdAt === 'number' && row.createdAt <= at ? row.createdAt : 0;
      return { ...row, updatedAt: last?.at ?? 0, ...(created === 0 ? { createdAt: 0 } : {}) };
    }),
  );
}

/** Net changes of every record between two moments, latest first, and who gained or lost admin. */
async function compareMoments(store: Store, query: CompareQuery): Promise<Comparison> {
  const { from, to, entity, organizationId, limit } = query;
  const span = { after: await seqAt(store, from), upTo: await seqAt(store, to) };
  const scope = { ...(entity && { entity }), ...(organizationId !== undefined && { organizationId }) };
  const nets = new Map<string, NetChange>();
  for await (const entry of walkHistory(store, scope, span)) {
    const key = `${entry.entity}/${entry.recordId}`;
    nets.set(key, addOlder(nets.get(key), entry));
  }
  const lasting = [...nets.values()].map(settled).filter(isLasting);
  const admins =
    entity === undefined || isMembership(entity) ? await adminChanges(store, span, organizationId) : [];
  return {
    from,
    to,
    changes: lasting
      .slice(0, limit)
      .map((net) => ({ ...net, fields: [...net.fields], sources: [...net.sources] })),
    total: lasting.length,
    admins: admins.slice(0, limit),
    adminsTotal: admins.length,
  };
}
