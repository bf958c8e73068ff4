import { inputOf } from '@renderer/fields/field-input';
import { RecordField } from '@renderer/screens/shared/record-field';
import { RecordSwitch } from '@renderer/screens/shared/record-switch';
import { type EntityName, modelOf } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { AnyField } from '@shared/domain/kinds/field';
import type { StoredRecord } from '@shared/domain/records/record-map';

interface EditedFieldsProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly openIntents: readonly Intent[];
  /** Fields that stand in a place of their own. */
  readonly without?: readonly string[];
}

/** What can be edited of a record, in the order of its model; of fields that not all records have, those that this one has. */
export function EditedFields({ without = [], ...target }: EditedFieldsProps) {
  const { entity, record } = target;
  return Object.entries<AnyField>(modelOf(entity).fields)
    .filter(
      ([name, { edit, kind, fits }]) =>
        edit &&
        kind !== 'json' &&
        kind !== 'group' &&
        !without.includes(name) &&
        (fits?.(record as unknown as JsonObject) ?? true),
    )
    .map(([name, { kind, hint }]) =>
      kind !== 'group' && inputOf(kind).by === 'switch' ? (
        <RecordSwitch key={name} field={name} {...target} />
      ) : (
        <RecordField key={name} field={name} hint={hint} {...target} />
      ),
    );
}
