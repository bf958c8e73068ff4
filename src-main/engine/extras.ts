import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import { isElevated } from '@shared/domain/access';
import { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { Beside } from '@shared/domain/kinds/model';
import { besideOf } from '@shared/domain/records/beside';
import type { StoredRecord } from '@shared/domain/records/record-map';

type Values = ReadonlyMap<string, JsonValue>;
type JoinedBeside = Extract<Beside, { one: string }>;
type CountedBeside = Extract<Beside, { count: string }>;
type Joined = ReadonlyMap<string, object>;

/** Figures shown beside the rows of a page, by record id: one indexed count or look-up a row, never a scan. */
export async function pageExtras(
  store: Store,
  entity: EntityName,
  rows: readonly StoredRecord[],
): Promise<Record<string, JsonObject>> {
  // Several values of the same other records are one look-up.
  const others = new Map<string, Promise<Joined>>();
  const join = (beside: JoinedBeside): Promise<Joined> => {
    const key = `${beside.one} by ${beside.by}`;
    const known = others.get(key) ?? readJoined(store, rows, beside);
    others.set(key, known);
    return known;
  };
  const read = await Promise.all(
    Object.entries(besideOf(entity)).map(
      async ([name, beside]) =>
        [
          name,
          'one' in beside ? valuesOf(await join(beside), beside.of) : await counted(store, rows, beside),
        ] as const,
    ),
  );
  if (read.length === 0) return {};
  return Object.fromEntries(
    rows.map(({ id }) => [
      id,
      Object.fromEntries(read.map(([name, values]) => [name, values.get(id) ?? null] as const)),
    ]),
  );
}

/** The other records that the rows name, by the id of the row. */
async function readJoined(
  store: Store,
  rows: readonly StoredRecord[],
  { one, by }: JoinedBeside,
): Promise<Joined> {
  const named = rows.flatMap((row) => {
    const id = RecordId.safeParse(readField(row, by));
    return id.success ? [[row.id, id.data] as const] : [];
  });
  const others = await store.getMany(EntityName.parse(one), [...new Set(named.map(([, id]) => id))]);
  return new Map(named.map(([id, other]) => [id, others.get(other) ?? {}]));
}

const valuesOf = (joined: Joined, of: string): Values =>
  new Map([...joined].map(([id, other]) => [id, readField(other, of) ?? null]));

/** How many records name each row. */
async function counted(store: Store, rows: readonly StoredRecord[], beside: CountedBeside): Promise<Values> {
  const and = await countedWhere(store, beside);
  const counts = rows.map(async (row) => {
    const own: Filter = { field: beside.by, op: 'eq', value: readField(row, beside.at ?? 'id') ?? null };
    return [row.id, await store.count(EntityName.parse(beside.count), [own, ...and])] as const;
  });
  return new Map(await Promise.all(counts));
}

/** Which of the records that name a row are counted. */
export async function countedWhere(store: Store, { where, elevated }: CountedBeside): Promise<Filter[]> {
  const and: Filter[] = where === undefined ? [] : [{ ...where, op: 'eq' }];
  if (elevated) {
    const roles = await store.list('role', []);
    const keys = roles.filter(({ permissionKeys }) => isElevated(permissionKeys)).map(({ key }) => key);
    and.push({ field: 'role', op: 'in', value: keys });
  }
  return and;
}
