import type { Failure } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { askToStage } from './stage';

export interface FieldEdit {
  readonly entity: EntityName;
  readonly id: RecordId;
  readonly field: string;
  /** The service's value that the admin saw. */
  readonly base: JsonValue;
  readonly value: JsonValue;
  /** For the toast: `Seats of Acme Robotics: 20 → 25`. */
  readonly title: string;
}

/** Stages one edit of one field. The failure says why it was not staged, whatever kept it from that: what was typed stays then. */
export async function stageField({
  entity,
  id,
  field,
  base,
  value,
  title,
}: FieldEdit): Promise<Failure | null> {
  const asked = await askToStage(
    [{ entity, recordId: id, action: { verb: 'update', field, value, base } }],
    () => t('Staged. {title}', { title }),
  );
  return asked.ok ? (asked.value.rejected[0]?.failure ?? null) : asked.error;
}
