import { asHeld } from '../as-held';
import { blankRecord } from '../blank-record';
import { type EditableField, editableFields } from '../editable-fields';
import { readField, writeField } from '../field-path';
import type { RecordId } from '../ids';
import { isProvisional } from '../ids';
import type { JsonObject } from '../json';
import { type CreationValues, creationValues } from '../models/creation-values';
import type { Batch } from './batch';
import { accept, type IntentSeed, type Judgement, reject } from './judgement';
import { recordIn, seatKey } from './staging-world';
import { takeSlug } from './take-slug';
import { valueFault } from './value-fault';

const fields = editableFields.organization;
type Values = CreationValues<'organization'>;

/** Whether an organization can be created with these values. */
export function judgeNewOrganization(batch: Batch, recordId: RecordId, raw: JsonObject): Judgement {
  const decoded = creationValues('organization', raw);
  if (!isProvisional(recordId) || decoded === null)
    return reject(
      'invalid-input',
      'A new organization was described wrongly.',
      'Give it a name, and known fields only.',
    );
  const values = asStored(decoded);
  const fault = firstFault(batch, values);
  if (fault !== null) return reject('invalid-input', fault, 'Correct it and stage again.');
  const { name = '', slug = '' } = values;
  const slugless = slug === '' ? null : takeSlug(batch, slug, recordId);
  if (slugless !== null) return slugless;
  const { createdBy } = values;
  const creator = createdBy === undefined ? undefined : recordIn(batch.world, 'user', createdBy);
  if (createdBy !== undefined && creator === undefined)
    return reject('not-found', `There is no person ${createdBy}.`, 'Choose the creator among the people.');

  const limit = values.maxAllowedMemberships ?? 0;
  batch.organizations.set(recordId, { name, limit, provisional: true });
  if (createdBy !== undefined) batch.seated.add(seatKey(recordId, createdBy));
  const effect = {
    organizationId: recordId,
    members: createdBy === undefined ? 0 : 1,
    pending: 0,
    admins: createdBy === undefined ? 0 : 1,
    limit,
    guarded: true,
  };
  return accept(seedsOf(recordId, values), [], effect);
}

/** The values as records hold them. */
function asStored(values: Values): Values {
  return fields.reduce((held, { path, kind }) => {
    const value = readField(held, path);
    return value === undefined ? held : writeField(held, path, asHeld(kind, value));
  }, values);
}

function firstFault(batch: Batch, values: Values): string | null {
  for (const field of fields) {
    const value = readField(values, field.path);
    if (value === undefined || (field.path === 'slug' && value === '')) continue;
    const fault = valueFault(field, value, batch.world);
    if (fault !== null) return `${field.label} ${fault}.`;
  }
  return null;
}

function seedsOf(recordId: RecordId, values: Values): IntentSeed[] {
  const seed = {
    entity: 'organization',
    recordId,
    label: values.name ?? '',
    organizationId: recordId,
  } as const;
  const later = fields.filter(({ create }) => !create);
  const carried = Object.entries(values).filter(([path]) => !later.some((field) => field.path === path));

  const edit = ({ path }: EditableField): IntentSeed[] => {
    const value = readField(values, path);
    const base = readField(blankRecord('organization', recordId, 0), path) ?? null;
    if (value === undefined || value === base) return [];
    return [{ ...seed, action: { verb: 'update', field: path, base, value } }];
  };
  return [
    { ...seed, action: { verb: 'create', values: Object.fromEntries(carried) as JsonObject } },
    ...later.flatMap(edit),
  ];
}
