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

/** Figures shown beside the rows of a page, by record id: one indexed count or look-up a row, never a scan. */
export async function pageExtras(
  store: Store,
  entity: EntityName,
  rows: readonly StoredRecord[],
): Promise<Record<string, JsonObject>> {
  const read = await Promise.all(
    Object.entries(besideOf(entity)).map(
      async ([name, beside]) =>
        [
          name,
          'one' in beside ? await joined(store, rows, beside) : await counted(store, rows, beside),
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

/** The value of another record, by the id of the row that names it. */
async function joined(
  store: Store,
  rows: readonly StoredRecord[],
  { one, by, of }: Extract<Beside, { one: string }>,
): Promise<Values> {
  const named = new Map(
    rows.flatMap((row) => {
      const id = RecordId.safeParse(readField(row, by));
      return id.success ? [[row.id, id.data] as const] : [];
    }),
  );
  const others = await store.getMany(EntityName.parse(one), [...new Set(named.values())]);
  return new Map([...named].map(([id, other]) => [id, readField(others.get(other) ?? {}, of) ?? null]));
}

/** How many records name each row. */
async function counted(
  store: Store,
  rows: readonly StoredRecord[],
  { count, by, where, elevated }: Extract<Beside, { count: string }>,
): Promise<Values> {
  const and: Filter[] = where === undefined ? [] : [{ ...where, op: 'eq' }];
  if (elevated) {
    const roles = await store.list('role', []);
    const keys = roles.filter(({ permissionKeys }) => isElevated(permissionKeys)).map(({ key }) => key);
    and.push({ field: 'role', op: 'in', value: keys });
  }
  const counts = rows.map(async ({ id }) => {
    const own: Filter = { field: by, op: 'eq', value: id };
    return [id, await store.count(EntityName.parse(count), [own, ...and])] as const;
  });
  return new Map(await Promise.all(counts));
}
