import { serverValue } from '@renderer/state/server-value';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { textFields } from '@shared/domain/templates/template-texts';

/** The words of a template as the service holds them. */
export const asApplied = (record: StoredRecord<'template'>) =>
  Object.fromEntries(textFields.map((field) => [field, String(serverValue(record, field) ?? '')]));
