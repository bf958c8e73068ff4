import { t } from '../../language/t';
import { actOf } from '../acts';
import { asHeld } from '../as-held';
import { isSecretSetting, isUnknownValue } from '../config-field';
import type { ConfigSetting } from '../config-settings';
import { editableField } from '../editable-fields';
import type { EntityName } from '../entity';
import { around, meets, readField } from '../field-path';
import { isProvisional, type RecordId } from '../ids';
import { type JsonObject, type JsonValue, jsonEqual } from '../json';
import { writeHeld } from '../metadata-field';
import { fieldAt } from '../records/fields-of';
import type { StoredRecord } from '../records/record-map';
import type { Batch } from '../rules/batch';
import { takenFault } from '../rules/first-fault';
import { rulesOf } from '../rules/rules-of';
import { recordKey } from '../rules/staging-world';
import { takeSlug } from '../rules/take-slug';
import { inFlight, reject, type Validation } from '../rules/validation';
import { valueFault } from '../rules/value-fault';
import { settingFault } from '../setting-fault';
import { type FieldEdit, fieldEdit } from './field-edit';
import { roleSetFault } from './role-set-fault';
import { covering, foldIntoCreation, foldIntoWhole, folding, supersede } from './supersede';
import { endingFault, usableRecord } from './usable-record';

export interface UpdateDraft {
  readonly entity: EntityName;
  readonly recordId: RecordId | undefined;
  readonly path: string;
  readonly value: JsonValue;
  /** The value that the admin saw, if the screen said so. */
  readonly seen: JsonValue | undefined;
}

/** Whether a field can be edited as asked. Remembers in the batch what it takes. */
export function validateUpdate(
  batch: Batch,
  { entity, recordId = '' as RecordId, path, value: typed, seen }: UpdateDraft,
): Validation {
  const key = recordKey(entity, recordId);
  const usable = usableRecord(batch, entity, recordId);
  if ('refused' in usable) return usable.refused;
  const { record } = usable;
  const ending = endingFault(batch, entity, recordId);
  if (ending !== null) return ending;
  const field = editableField(entity, path);
  const value = asHeld(field?.kind, typed, field);
  // As it is after what comes before in this set.
  const { record: seenBy, actions } = batch.acted.get(key) ?? { record, actions: [] };
  const { guard, against } = rulesOf(entity);
  const barred = guard?.(batch.world, seenBy, path, value) ?? against?.(seenBy, path, value) ?? null;
  if (barred !== null) return barred;
  if (field === undefined)
    return reject(
      'invalid-input',
      t('{path} of a {entity} cannot be edited.', { path, entity }),
      t('Choose another field.'),
    );
  const wholes = around(path).map((whole) => `${key}/${whole}`);
  // A whole and a part of it are one change too: of each part named, its wholes are noted with a dot.
  if ([key, `${key}/${path}`, `${key}/${path}.`, ...wholes].some((each) => batch.named.has(each)))
    return reject(
      'invalid-input',
      t('{label} is changed twice here.', { label: field.label }),
      t('Keep one of the two changes.'),
    );
  for (const each of [`${key}/${path}`, ...wholes.map((whole) => `${whole}.`)]) batch.named.add(each);
  batch.edited.add(key);

  const open = batch.world.intents.get(key) ?? [];
  const creation = open.find(({ action }) => action.verb === 'create');
  const same = open.find(({ action }) => action.verb === 'update' && action.field === path);
  const edits = open.flatMap((intent) =>
    intent.action.verb === 'update' ? [{ intent, at: intent.action.field }] : [],
  );
  const [whole] = edits
    .filter(({ at }) => path.startsWith(`${at}.`))
    .sort((a, b) => a.at.length - b.at.length);
  // Versions before staged a whole and parts of it side by side: all of them become one.
  const touching = edits.filter(({ at }) => meets(at, whole?.at ?? path)).map(({ intent }) => intent);
  const busy = inFlight(creation === undefined ? touching : [creation, ...touching]);
  if (busy !== null) return busy;

  const edit = fieldEdit(batch.world, { entity, record, field, value, seen });
  const wrong = jsonEqual(edit.value, edit.server)
    ? null
    : (faultOf(batch, recordId, edit) ??
      amongFault(entity, seenBy, edit) ??
      ownFault(batch, entity, edit) ??
      roleSetFault(
        batch.world,
        { entity, action: { verb: 'update', field: path, value } },
        readField(record, 'organizationId'),
      ));
  if (wrong !== null) return wrong;
  // What follows in this set sees the record as it is after the edit.
  const after = writeHeld(entity, seenBy, path, value);
  batch.acted.set(key, { record: after, actions });
  // What an act makes of the new record may be what the edit stands on: then it goes behind it.
  const acted = [...open.map(({ action }) => action), ...actions].some(
    (action) => action.verb === 'perform' && !actOf(entity, action.operation)?.ofMaking,
  );
  if (creation !== undefined && field.create && !acted)
    return folding(batch, foldIntoCreation(edit, creation, batch.folded.get(creation.id)), creation);
  const into = whole?.intent ?? same;
  const covered = touching.filter((intent) => intent !== into);
  if (whole === undefined) return covering(supersede(edit, same), covered);
  const folded = foldIntoWhole(batch.world, record, after, whole.intent);
  return folding(batch, covering(folded, covered), whole.intent);
}

function faultOf(batch: Batch, recordId: RecordId, edit: FieldEdit): Validation | null {
  const { field, value } = edit;
  const setting = batch.world.settings.get(field.path);
  const wanted = setting === undefined || isUnknownValue(value) ? null : settingFault(setting, value);
  if (wanted !== null)
    return reject(
      'unfit-value',
      t('{label} cannot be {setting}.', { label: field.label, setting: named(setting, value) }),
      wanted,
    );
  const inside = [...batch.world.settings.values()].find(({ path }) => path.startsWith(`${field.path}.`));
  if (inside !== undefined)
    return reject(
      'invalid-input',
      t('{label} is set part by part.', { label: field.label }),
      t('Set {path}.', { path: inside.path }),
    );
  const fault = valueFault(field, value, batch.world) ?? configTypeFault(edit);
  if (fault !== null)
    return reject('invalid-input', `${field.label} ${fault}.`, t('Correct it and stage again.'));
  return field.kind === 'slug' ? takeSlug(batch, String(value), recordId) : null;
}

/** A new record has nothing yet that the value could be among. */
function amongFault(
  entity: EntityName,
  record: StoredRecord,
  { field, value }: FieldEdit,
): Validation | null {
  const among = isProvisional(record.id) ? undefined : fieldAt(entity, field.path)?.among;
  const possible = among?.of(record as unknown as JsonObject) ?? [];
  if (among === undefined || possible.includes(String(value))) return null;
  return reject(
    'invalid-input',
    `${field.label} ${among.says}.`,
    possible.length === 0
      ? t('Add or verify one first.')
      : t('Possible: {possible}.', { possible: possible.join(', ') }),
  );
}

/** What must be unique is no other record's; its own may be spelt anew. */
function ownFault(batch: Batch, entity: EntityName, { field, value, visible }: FieldEdit): Validation | null {
  const same = String(value).toLowerCase() === String(visible).toLowerCase();
  return same ? null : takenFault(batch, entity, { [field.path]: value });
}

/** A value as a message names it: never a secret, and nothing long. */
function named(setting: ConfigSetting | undefined, value: JsonValue): string {
  const text = JSON.stringify(value);
  const secret = setting !== undefined && (setting.writeOnly || isSecretSetting(setting.path));
  return secret || text.length > 60 ? t('this value') : text;
}

/** A setting keeps its type; of one that reads as unknown nothing is known. */
function configTypeFault({ field, value, server }: FieldEdit): string | null {
  if (field.kind !== 'config' || isUnknownValue(server) || typeOf(value) === typeOf(server)) return null;
  return t('must be a {server}, as it is now', { server: typeOf(server) });
}

const typeOf = (value: JsonValue): string => (Array.isArray(value) ? 'list' : typeof value);
