import { EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { scopedBy } from '@shared/domain/scoped-by';

/** Whether a record goes with a copy. */
export type IsPart = (entity: EntityName, record: StoredRecord) => boolean;

export const everything: IsPart = () => true;

/** What belongs to one organization, and of the whole instance what says what its records mean. `records` are those there are. */
export function ofOrganization(
  organizationId: string,
  records: (entity: EntityName) => Iterable<StoredRecord>,
): IsPart {
  const placed = new Map<EntityName, ReadonlySet<string>>();
  for (const entity of EntityName.options) {
    const by = scopedBy(entity);
    if (by?.through === undefined) continue;
    const said = new Set<string>();
    for (const record of records(by.through))
      if (readField(record, by.place) === organizationId) said.add(String(readField(record, by.says)));
    placed.set(entity, said);
  }
  return (entity, record) => {
    const by = scopedBy(entity);
    if (by === null) return modelOf(entity).withScope === true;
    const value = readField(record, by.field);
    return by.through === undefined
      ? value === organizationId
      : placed.get(entity)?.has(String(value)) === true;
  };
}
