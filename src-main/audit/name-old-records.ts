import type { Store } from '@main/store/store';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { readField, writeField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { type Repeat, repeatsOf } from '@shared/domain/records/repeats-of';
import { withPastNames } from './past-names';
import type { Moment } from './read-moment';

/** Old records with the names that history does not repeat, as they were then: of roles, people and organizations. */
export async function nameOldRecords<E extends EntityName>(
  store: Store,
  entity: E,
  records: readonly RemoteRecord<E>[],
  { pasts, names }: Moment,
): Promise<readonly RemoteRecord<E>[]> {
  const repeats = repeatsOf(entity);
  if (repeats.length === 0) return records;
  let named = records;
  for (const repeat of repeats) {
    const known = await namesOfNow(store, repeat, named);
    named = named.map((record) => {
      const by = String(readField(record, repeat.by));
      const held = String(readField(record, repeat.field) ?? '');
      if (held !== '' && repeat.target !== 'role') return record;
      return writeField(record, repeat.field, known.get(by) ?? (held || standIn(record, repeat, by)));
    });
  }
  /** What somebody was called who is no more: their membership was filed under it. */
  function standIn(record: RemoteRecord, { field }: Repeat, by: string): string {
    if (field !== modelOf(entity).sort.field) return '';
    const past = pasts.get(record.id);
    return past?.kind === 'whole' ? past.label : by;
  }
  return named.map((record) => withPastNames(record, names));
}

/** What the records that are repeated hold now: roles by key, all of them, others by id and only where it is missing. */
async function namesOfNow(
  store: Store,
  { field, by, of, target }: Repeat,
  records: readonly RemoteRecord[],
): Promise<ReadonlyMap<string, string>> {
  const text = (row: object): string => String(readField(row, of) ?? '');
  if (target === 'role') {
    const roles = (await store.list('role', [])).map((row) => serverRow('role', row));
    return new Map(roles.flatMap((role) => (role === null ? [] : [[role.key, text(role)] as const])));
  }
  const ids = records.flatMap((record) => {
    const id = RecordId.safeParse(readField(record, by));
    return readField(record, field) === '' && id.success ? [id.data] : [];
  });
  const rows = await store.getMany(target, [...new Set(ids)]);
  return new Map([...rows].map(([id, row]) => [id, text(serverRow(target, row) ?? row)]));
}
