import type { PullPort } from '@main/identity/identity-port';
import { decodedMeta } from '@main/store/decoded-meta';
import type { Store, WriteBatch } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { modelOf } from '@shared/domain/entity';
import { isProvisional, type RecordId } from '@shared/domain/ids';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { planAbsent } from './plan-absent';
import { hashed, planPage } from './plan-page';

interface ReadParts {
  readonly store: Store;
  readonly port: PullPort;
  readonly now: () => number;
}

/** When the list of a record was read last, ms, by the id of that record. */
type ListsRead = Readonly<Record<string, number>>;

const limit = 100;
const keyOf = (entity: EntityName): string => `lists-read/${entity}`;

export const listsRead = (store: Pick<Store, 'meta' | 'subscribe'>, entity: EntityName): Promise<ListsRead> =>
  decodedMeta(store, keyOf(entity), (value) => z.record(z.string(), z.number()).safeParse(value).data ?? {});

/**
 * Copies the list that belongs to one record, for what has no list of all (`listedBy` of its model). What it holds no more is asked for by
 * id, as behind a sweep; the number of records that it shows.
 */
export async function readListOf<E extends EntityName>(
  parts: ReadParts,
  entity: E,
  of: RecordId,
): Promise<RemoteResult<number>> {
  const { store, port, now } = parts;
  const requestedAt = now();
  const records: RemoteRecord<E>[] = [];
  const met = new Set<string>();
  let unread = 0;
  for (;;) {
    const page = await port.fetchPage(entity, { offset: records.length + unread, limit, of });
    if (!page.ok) return page;
    const fresh = page.value.records.filter(({ id }) => !met.has(id));
    const odd = page.value.unread.filter(({ id }) => !met.has(id));
    for (const { id } of [...fresh, ...odd]) met.add(id);
    records.push(...fresh);
    unread += odd.length;
    const isFull = page.value.records.length + page.value.unread.length >= limit;
    // Nothing new, or all that is counted: where a page is full, more may be there than is counted.
    if (fresh.length + odd.length === 0 || (!isFull && records.length + unread === page.value.total)) break;
  }
  const left = await readAbsent(parts, entity, of, new Set<string>(records.map(({ id }) => id)));
  if (!left.ok) return left;
  const known = [...records, ...left.value.flatMap(({ record }) => record ?? [])];
  const gone = left.value.flatMap(({ row, record }) => (record === null ? [row.id] : []));
  await store.write(async () => {
    const recordIds = [...known.map(({ id }) => id), ...gone];
    const local = await store.getMany(entity, recordIds);
    const intents = await store.intents({ recordIds });
    const before = await listsRead(store, entity);
    const batches: readonly WriteBatch[] = [
      planPage({
        entity,
        records: known.map(hashed),
        local,
        intents,
        sweep: 0,
        requestedAt,
        first: before[of] === undefined,
      }),
      ...gone.flatMap((id) => {
        const row = local.get(id);
        const own = intents.filter(({ recordId }) => recordId === id);
        return row === undefined ? [] : [planAbsent(entity, row, own, requestedAt)];
      }),
    ];
    return {
      put: batches.flatMap(({ put = [] }) => put),
      remove: batches.flatMap(({ remove = [] }) => remove),
      history: batches.flatMap(({ history = [] }) => history),
      meta: { [keyOf(entity)]: { ...before, [of]: requestedAt } },
    };
  });
  return { ok: true, value: records.length, requestId: '' };
}

interface Absent<E extends EntityName> {
  readonly row: StoredRecord<E>;
  /** Null: the service says that it is gone. */
  readonly record: RemoteRecord<E> | null;
}

/** The rows of the record's list that were not seen, each as the service tells it by its id. */
async function readAbsent<E extends EntityName>(
  { store, port }: ReadParts,
  entity: E,
  of: RecordId,
  seen: ReadonlySet<string>,
): Promise<RemoteResult<readonly Absent<E>[]>> {
  const field = modelOf(entity).listedBy;
  if (field === undefined) throw new Error(`${entity} is listed by no record`);
  const rows = await store.list(entity, [{ field, op: 'eq', value: of }]);
  const absent: Absent<E>[] = [];
  for (const row of rows) {
    if (seen.has(row.id) || isProvisional(row.id) || row.state === 'gone') continue;
    const answer = await port.fetchOne(entity, row);
    if (!answer.ok) return answer;
    absent.push({ row, record: answer.value });
  }
  return { ok: true, value: absent, requestId: '' };
}
