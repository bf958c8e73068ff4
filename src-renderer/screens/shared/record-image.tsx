import { fieldLabel } from '@renderer/fields/field-input';
import { useEditLack } from '@renderer/state/read-only';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { withdraw } from '@renderer/state/withdraw';
import type { Failure } from '@shared/contract/failure';
import { takenAt } from '@shared/domain/capabilities';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { useState } from 'react';
import { ImageField } from './image-field';

interface RecordImageProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  /** Path of a field that is an image. */
  readonly field: string;
  readonly openIntents: readonly Intent[];
}

/** An image of a record: staged as soon as it is chosen, and Undo. */
export function RecordImage({ entity, record, field, openIntents }: RecordImageProps) {
  const [failure, setFailure] = useState<Failure | undefined>();
  const label = fieldLabel(entity, field);
  const lack = useEditLack([takenAt(entity, field)]);
  const title = `${labelOf(entity, record, '')}: ${label}`;
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === field);
  const set = async (value: string): Promise<void> => {
    const base = serverValue(record, field);
    setFailure((await stageField({ entity, id: record.id, field, base, value, title })) ?? undefined);
  };
  return (
    <ImageField
      label={label}
      lack={lack}
      value={String(readField(record, field) ?? '')}
      staged={replacedValue(record, field) !== undefined}
      {...(failure && { rejection: failure })}
      onChange={(value) => void set(value)}
      {...(own.length > 0 && { onUndo: () => void withdraw(own, title) })}
    />
  );
}
