import type { Filter } from '@shared/contract/page';
import { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import type { Beside } from '@shared/domain/kinds/model';
import { byAge } from '@shared/domain/records/by-age';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { Store } from './store';

type JoinedBeside = Extract<Beside, { one: string }>;
type NewestBeside = Extract<Beside, { newest: string }>;
/** The other record, by the id of the row. */
export type Joined = ReadonlyMap<string, object>;
export type Reads = Pick<Store, 'getMany' | 'list'>;

/** The records that values beside rows are read from: an indexed look-up. */
export const readOthers = (
  store: Reads,
  rows: readonly StoredRecord[],
  beside: JoinedBeside | NewestBeside,
): Promise<Joined> => ('one' in beside ? readJoined(store, rows, beside) : readNewest(store, rows, beside));

/** The other records that the rows name, by the id of the row. */
async function readJoined(
  store: Reads,
  rows: readonly StoredRecord[],
  beside: JoinedBeside,
): Promise<Joined> {
  const named = rows.flatMap((row) => {
    const id = RecordId.safeParse('id' in beside ? beside.id : readField(row, beside.by));
    return id.success ? [[row.id, id.data] as const] : [];
  });
  const wanted = [...new Set(named.map(([, id]) => id))];
  const others = await store.getMany(EntityName.parse(beside.one), wanted);
  return new Map(named.map(([id, other]) => [id, others.get(other) ?? {}]));
}

/** Of the records that name a row the newest that counts, by the id of the row. */
async function readNewest(
  store: Reads,
  rows: readonly StoredRecord[],
  { newest, by, among }: NewestBeside,
): Promise<Joined> {
  const where: Filter[] = [
    { field: by, op: 'in', value: rows.map(({ id }) => id) },
    { field: among.field, op: 'in', value: [...among.values] },
  ];
  const found = await store.list(EntityName.parse(newest), where);
  const aged = (record: StoredRecord) => ({
    id: record.id,
    createdAt: Number(readField(record, 'createdAt') ?? 0),
  });
  return new Map(
    found.toSorted((a, b) => byAge(aged(a), aged(b))).map((each) => [String(readField(each, by)), each]),
  );
}
