import { t } from '../../language/t';
import { editableFields } from '../editable-fields';
import { type EntityName, modelOf } from '../entity';
import { readField } from '../field-path';
import type { JsonObject } from '../json';
import type { AnyField } from '../kinds/field';
import { neverSet } from '../kinds/kind';
import { kindSpec } from '../kinds/kinds';
import { fieldsOf } from '../records/fields-of';
import type { Batch } from './batch';
import { takenKey } from './staging-world';
import { reject, type Validation } from './validation';
import { valueFault } from './value-fault';

/** What is wrong with the first value of a new record, by its kind; null when nothing is. What it refers to is each entity's own to check. */
export function firstFault(batch: Batch, entity: EntityName, values: JsonObject): Validation | null {
  const named = Object.entries<AnyField>({ ...fieldsOf(entity), ...modelOf(entity).said }).flatMap(
    ([path, field]) =>
      field.create === undefined ||
      field.edit ||
      field.kind === 'group' ||
      kindSpec(field.kind).fault === neverSet
        ? []
        : [
            {
              path,
              label: field.label,
              kind: field.kind,
              create: true,
              ...(field.fault && { fault: field.fault }),
            },
          ],
  );
  for (const field of [...named, ...editableFields[entity]]) {
    const value = readField(values, field.path);
    // An empty slug lets the service make one.
    if (value === undefined || (field.kind === 'slug' && value === '')) continue;
    const fault = valueFault(field, value, batch.world);
    if (fault !== null)
      return reject('invalid-input', `${field.label} ${fault}.`, t('Correct it and stage again.'));
  }
  return takenFault(batch, entity, values);
}

/** What must be unique and is not, among records and earlier drafts; what is free is taken by it. `values`: of a creation, or of one edit. */
export function takenFault(
  { world, named }: Batch,
  entity: EntityName,
  values: JsonObject,
): Validation | null {
  const wanted = Object.entries<AnyField>(fieldsOf(entity)).flatMap(([path, { unique, label }]) =>
    unique && values[path] !== undefined
      ? [{ label, value: String(values[path]), key: takenKey(entity, path, String(values[path])) }]
      : [],
  );
  const held = wanted.find(({ key }) => world.taken.has(key) || named.has(key));
  if (held !== undefined)
    return reject(
      'invalid-input',
      t('{label} {value} is taken.', { label: held.label, value: held.value }),
      t('Choose another one.'),
    );
  for (const { key } of wanted) named.add(key);
  return null;
}
