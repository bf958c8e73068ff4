import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { readField, writeField } from '@shared/domain/field-path';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { PartialRecord } from './identity-port';

/** Records with what is stored of them in place of what could not be read; as they came where nothing is stored. */
export async function completePartial<E extends EntityName>(
  store: Store,
  entity: E,
  partial: readonly PartialRecord<E>[],
): Promise<readonly RemoteRecord<E>[]> {
  if (partial.length === 0) return [];
  const ids = partial.map(({ id }) => id);
  const rows = await store.getMany(entity, ids);
  return partial.map(({ id, record, missing }) => {
    const row = rows.get(id);
    const known = row === undefined ? null : serverRow(entity, row);
    if (known === null) return record;
    return missing.reduce(
      (whole, field) => writeField(whole, field, readField(known, field) ?? null),
      record,
    );
  });
}
