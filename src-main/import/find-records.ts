import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { Condition } from '@shared/contract/page';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { isProvisional, RecordId } from '@shared/domain/ids';
import { isNamed, keyText, singleKeysOf } from '@shared/domain/import/named-by';
import { type JsonValue, textsIn } from '@shared/domain/json';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { gathered } from '@shared/gather';
import { t } from '@shared/language/t';

export type FoundId = { readonly id: RecordId } | { readonly fault: string };

/** Rows that are read at once where no index finds them. */
const portion = 5_000;

/** Ids by a text, as `keyText` spells it. */
type Scanned = ReadonlyMap<string, readonly RecordId[]>;
type TextsOf = (row: Readonly<Record<string, JsonValue>>) => readonly string[];

/** A row that is kept of a record which the service has lost is nobody to refer to, and takes nothing up. */
const unlessGone =
  (textsOf: TextsOf): TextsOf =>
  (row) =>
    row.state === 'gone' ? [] : textsOf(row);

/** Finds the records that lines of a file name, many at a time: never one query a line. What was found is remembered for a file. */
export function createFinder(store: Pick<Store, 'list' | 'getMany' | 'hashes'>) {
  const scanned = new Map<string, Promise<Scanned>>();
  const named = new Map<string, FoundId>();

  /** Records by the text of a field (`id` as well), as `keyText` spells it; `and` spares the reading of others that it would find. */
  async function by(
    entity: EntityName,
    field: string,
    texts: readonly string[],
    and: readonly Condition[] = [],
  ): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
    const ids = texts.flatMap((text) => RecordId.safeParse(text).data ?? []);
    if (field === 'id') {
      const rows = await store.getMany(entity, [...new Set(ids)]);
      return new Map([...rows].map(([id, row]) => [keyText(id), [row]]));
    }
    return gathered(await rowsWith(entity, field, texts, and), (row) => keyText(readField(row, field) ?? ''));
  }

  async function rowsWith(
    entity: EntityName,
    field: string,
    texts: readonly string[],
    and: readonly Condition[],
  ): Promise<readonly StoredRecord[]> {
    const { indexes, shares } = modelOf(entity);
    if (!shares && indexes.some(([first]) => first === field))
      return listIn(store, entity, {
        field,
        values: texts.flatMap((text) => [text.trim(), keyText(text)]),
        and,
      });
    const found = await scan(entity, field, (row) => [String(readField(row, field) ?? '')]);
    const ids = texts.flatMap((text) => found.get(keyText(text)) ?? []);
    return [...(await store.getMany(entity, [...new Set(ids)])).values()];
  }

  /** The ids by texts of theirs, of all rows there are; read once. */
  function scan(entity: EntityName, name: string, textsOf: TextsOf): Promise<Scanned> {
    const known = scanned.get(`${entity}/${name}`) ?? readAll(entity, textsOf);
    scanned.set(`${entity}/${name}`, known);
    return known;
  }

  async function readAll(entity: EntityName, textsOf: TextsOf): Promise<Scanned> {
    const found = new Map<string, RecordId[]>();
    for (let after: { field: string; op: 'gt'; value: string }[] = []; ; ) {
      const rows: readonly StoredRecord[] = await store.list(entity, after, portion);
      for (const row of rows)
        for (const text of textsOf(row as Readonly<Record<string, JsonValue>>)) {
          const ids = found.get(keyText(text));
          if (ids === undefined) found.set(keyText(text), [row.id]);
          else ids.push(row.id);
        }
      const last = rows.at(-1);
      if (rows.length < portion || last === undefined) return found;
      after = [{ field: 'id', op: 'gt', value: last.id }];
    }
  }

  /** The ids of the records that texts name, by id or by one of their keys; by the text as it was given. */
  async function references(
    entity: EntityName,
    texts: ReadonlySet<string>,
  ): Promise<(text: string) => FoundId> {
    const asKey = (text: string): string => `${entity}/${text}`;
    const open = new Set([...texts].filter((text) => !named.has(asKey(text))));
    const ids = await store.hashes(
      entity,
      [...open].flatMap((text) => RecordId.safeParse(text).data ?? []),
    );
    for (const [id, hash] of ids)
      if (hash !== '') {
        named.set(asKey(id), { id });
        open.delete(id);
      }
    for (const id of (await by(entity, 'id', [...open].filter(isProvisional))).keys()) {
      named.set(asKey(id), { id: RecordId.parse(id) });
      open.delete(id);
    }
    for (const field of singleKeysOf(entity)) {
      if (open.size === 0) break;
      const found = await by(entity, field, [...open]);
      for (const text of [...open]) {
        const rows = (found.get(keyText(text)) ?? []).filter(
          (row) => row.state !== 'gone' && isNamed(entity, row),
        );
        if (rows[0] === undefined) continue;
        named.set(asKey(text), onlyOne(entity, field, text, rows));
        open.delete(text);
      }
    }
    // Not by the first address alone: by any that was proven to be theirs.
    for (const field of singleKeysOf(entity)) {
      const { among } = fieldAt(entity, field) ?? {};
      if (open.size === 0 || among === undefined) continue;
      const found = await scan(entity, `any ${field}`, unlessGone(among.of));
      for (const text of [...open]) {
        const [id, ...others] = found.get(keyText(text)) ?? [];
        if (id === undefined) continue;
        const several = (): string => severalFault(entity, `${field} “${text}”`, others.length + 1);
        named.set(asKey(text), others.length === 0 ? { id } : { fault: several() });
        open.delete(text);
      }
    }
    const { one } = entityWords[entity];
    const keys = ['id', ...singleKeysOf(entity)].join(', ');
    for (const text of open)
      named.set(asKey(text), {
        fault: t('There is no {one} “{text}” in the copy: it goes by {keys}.', { one, text, keys }),
      });
    return (text) => named.get(asKey(text)) ?? { fault: t('The copy has no {one} “{text}”.', { one, text }) };
  }

  /** The id of a record that has a text in the list that a field is the first of (`heldIn`): no other may have it. */
  async function holderOf(
    entity: EntityName,
    field: string,
  ): Promise<(text: string) => RecordId | undefined> {
    const list = fieldAt(entity, field)?.heldIn;
    if (list === undefined) return () => undefined;
    const found = await scan(
      entity,
      list,
      unlessGone((row) => textsIn(row[list])),
    );
    return (text) => found.get(keyText(text))?.[0];
  }

  return { by, references, holderOf };
}

export type Finder = ReturnType<typeof createFinder>;

function onlyOne(entity: EntityName, field: string, text: string, rows: readonly StoredRecord[]): FoundId {
  const [first] = rows;
  return rows.length === 1 && first !== undefined
    ? { id: first.id }
    : { fault: severalFault(entity, `${field} “${text}”`, rows.length) };
}

export const severalFault = (entity: EntityName, what: string, count: number): string =>
  t('{count, number} {many} have the {what}: say which one by its id.', {
    count,
    many: entityWords[entity].many,
    what,
  });
