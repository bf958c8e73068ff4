import { t } from '../../language/t';
import { asHeld } from '../as-held';
import { editableFields } from '../editable-fields';
import { type EntityName, entityWords } from '../entity';
import { readField, writeField } from '../field-path';
import { isProvisional, type RecordId } from '../ids';
import type { JsonObject } from '../json';
import { creationFault, creationValues } from '../records/creation-values';
import { fieldAt } from '../records/fields-of';
import type { Batch } from '../rules/batch';
import { rulesOf } from '../rules/rules-of';
import { recordKey } from '../rules/staging-world';
import { reject, type Validation } from '../rules/validation';
import { roleSetFault } from './role-set-fault';
import { unbornFault } from './unborn-fault';

/** Whether a record can be created as asked. Remembers in the batch what it takes. */
export function validateCreate(
  batch: Batch,
  entity: EntityName,
  recordId: RecordId,
  raw: JsonObject,
): Validation {
  const key = recordKey(entity, recordId);
  if (batch.named.has(key) || batch.world.records.has(key))
    return reject(
      'invalid-input',
      t('There is a record {recordId} already.', { recordId }),
      t('Leave the id out to get a new one.'),
    );
  batch.named.add(key);
  const { create } = rulesOf(entity);
  if (create === undefined)
    return reject(
      'invalid-input',
      t('Tenantry cannot create a {entity} on the service.', { entity }),
      t('Create it in the dashboard of the identity service; it appears here with the next sync.'),
    );
  const values = creationValues(entity, raw);
  if (!isProvisional(recordId))
    return reject(
      'invalid-input',
      t('The id of a new {one} was described wrongly: {recordId}.', {
        one: entityWords[entity].one,
        recordId,
      }),
      t('Leave the id out to get a new one.'),
    );
  if (values === null)
    return reject(
      'invalid-input',
      t('A new {one} was described wrongly: {faults}', {
        one: entityWords[entity].one,
        faults: creationFault(entity, raw),
      }),
      t('Correct these fields.'),
    );
  const stored = asStored(entity, values as JsonObject);
  const action = { verb: 'create', values: stored } as const;
  const outside = roleSetFault(batch.world, { entity, action }, stored.organizationId);
  return outside ?? unbornFault(batch.world, entity, stored) ?? create(batch, recordId, stored);
}

/** The values as records hold them. */
function asStored(entity: EntityName, values: JsonObject): JsonObject {
  const paths = [...Object.keys(values), ...editableFields[entity].map(({ path }) => path)];
  return paths.reduce((held, path) => {
    const value = readField(held, path);
    const field = fieldAt(entity, path);
    if (value === undefined || field === undefined || field.kind === 'group') return held;
    return writeField(held, path, asHeld(field.kind, value, field));
  }, values);
}
