import { editableFields } from '../editable-fields';
import type { EntityName } from '../entity';
import { readField } from '../field-path';
import type { JsonObject } from '../json';
import type { Batch } from './batch';
import { reject, type Validation } from './validation';
import { valueFault } from './value-fault';

/** What is wrong with the first value of a new record that an edit of it could not set either; null when nothing is. */
export function firstFault(batch: Batch, entity: EntityName, values: JsonObject): Validation | null {
  for (const field of editableFields[entity]) {
    const value = readField(values, field.path);
    // An empty slug lets the service make one.
    if (value === undefined || (field.kind === 'slug' && value === '')) continue;
    const fault = valueFault(field, value, batch.world);
    if (fault !== null)
      return reject('invalid-input', `${field.label} ${fault}.`, 'Correct it and stage again.');
  }
  return null;
}
