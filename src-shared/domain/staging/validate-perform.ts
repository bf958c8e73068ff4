import { t } from '../../language/t';
import { actOf, actsOf, afterAct, isDone, type Performed, shownBy } from '../acts';
import { asHeld } from '../as-held';
import { type EntityName, entityWords } from '../entity';
import { isProvisional, type RecordId } from '../ids';
import { type JsonObject, type JsonValue, jsonEqual } from '../json';
import type { Act } from '../kinds/act';
import { organizationOf } from '../organization-of';
import type { StoredRecord } from '../records/record-map';
import { type Batch, standingKey } from '../rules/batch';
import { labelOf } from '../rules/label-of';
import { rulesOf } from '../rules/rules-of';
import { recordKey, type StagingWorld } from '../rules/staging-world';
import { accept, inFlight, reject, skip, type Validation } from '../rules/validation';
import { valueFault } from '../rules/value-fault';
import { heldByService } from './field-edit';
import { endingFault, usableRecord } from './usable-record';

export interface PerformDraft {
  readonly entity: EntityName;
  readonly recordId: RecordId | undefined;
  readonly operation: string;
  readonly values?: JsonObject | undefined;
}

/** Whether something can be done to a record. What takes back an act that is staged withdraws it. */
export function validatePerform(
  batch: Batch,
  { entity, recordId = '' as RecordId, operation, values: given = {} }: PerformDraft,
): Validation {
  const key = recordKey(entity, recordId);
  const usable = usableRecord(batch, entity, recordId);
  if ('refused' in usable) return usable.refused;
  const { record } = usable;
  const act = actOf(entity, operation);
  if (act === undefined) return unknownAct(entity, operation);
  const taken = asTaken(act, given);
  const values = act.spelt?.(taken) ?? taken;
  const fault = valuesFault(act, values, batch.world);
  if (fault !== null)
    return reject('invalid-input', `${act.label}: ${fault}.`, t('Correct it and stage again.'));
  const named = `${key}!${operation} ${JSON.stringify(values)}`;
  if (batch.named.has(named) || batch.named.has(key)) return twice(act);
  batch.named.add(named);
  batch.edited.add(key);

  const open = batch.world.intents.get(key) ?? [];
  const busy = inFlight(act.ends ? open : open.filter(({ action }) => action.verb !== 'update'));
  if (busy !== null) return busy;
  const action = {
    verb: 'perform',
    operation,
    values,
    base: baseOf(entity, record, { operation, values }),
  } as const;
  const opposite = open.find(
    (other) =>
      other.state === 'staged' && other.action.verb === 'perform' && takesBack(entity, other.action, action),
  );
  if (opposite !== undefined) return accept([], [{ intent: opposite, to: 'withdrawn' }], null);
  const asked = open.some(({ action: other }) => other.verb === 'perform' && isSame(other, action));
  // Of one file the later act sees what the earlier one makes: an address is added, and verified.
  const { record: seen, actions } = batch.acted.get(key) ?? { record, actions: [] };
  if (actions.some((other) => takesBack(entity, other, action)))
    return reject(
      'invalid-input',
      t('{label} takes back what else is asked for here.', { label: act.label }),
      t('Keep one of the two.'),
    );
  if (actions.some((other) => act.replaces?.includes(other.operation))) return twice(act);
  if (asked || isDone(entity, seen, action) === true) return skip;
  const ending = endingFault(batch, entity, recordId);
  if (ending !== null) return ending;
  for (const field of Object.keys(action.base)) {
    const managed = rulesOf(entity).guard?.(batch.world, record, field) ?? null;
    if (managed !== null) return managed;
  }
  const against = act.fault?.(seen as unknown as JsonObject, values) ?? null;
  if (against !== null) return reject('invalid-input', against, t('Choose something else.'));
  const under = act.closes ? underCreation(batch, key) : null;
  if (under !== null) return under;
  const around = rulesOf(entity).performs?.(batch.world, record, operation, values) ?? null;
  if (around !== null) return around;
  const sight =
    isProvisional(recordId) || !('updatedAt' in record) ? {} : { seenUpdatedAt: record.updatedAt };
  const organizationId = organizationOf(entity, record);
  const replaced = open.filter(({ state, action: other }) => {
    if (act.ends) return other.verb !== 'create';
    return state === 'staged' && other.verb === 'perform' && act.replaces?.includes(other.operation);
  });
  batch.acted.set(key, { record: afterAct(entity, seen, action), actions: [...actions, action] });
  return accept(
    [{ entity, recordId, label: labelOf(entity, record, ''), organizationId, action, ...sight }],
    replaced.map((intent) => ({ intent, to: 'superseded' })),
    null,
  );
}

const twice = ({ label }: Act): Validation =>
  reject('invalid-input', t('{label} is asked for twice here.', { label }), t('Keep one of the two.'));

/** Why a record cannot be closed: something that is staged is to be made of it. Null where nothing is. */
function underCreation({ world, named }: Batch, key: string): Validation | null {
  const creation = world.standing?.get(key);
  if (creation === undefined && !named.has(standingKey(key))) return null;
  return reject(
    'invalid-input',
    creation === undefined
      ? t('Something else that is asked for here is to be made of it.')
      : t('{label} is staged, and made of it.', { label: creation.label }),
    t('Undo that first, or leave this out.'),
  );
}

const isSame = (one: Performed, other: Performed): boolean =>
  one.operation === other.operation && jsonEqual(one.values, other.values);

function takesBack(entity: EntityName, staged: Performed, wanted: Performed): boolean {
  const back = actOf(entity, staged.operation)?.undo(staged.values, staged.base);
  return (
    typeof back === 'object' && isSame({ ...wanted, operation: back.operation, values: back.values }, wanted)
  );
}

/** What the fields that an act changes hold on the service. */
function baseOf(
  entity: EntityName,
  record: StoredRecord,
  action: Pick<Performed, 'operation' | 'values'>,
): JsonObject {
  const fields = Object.keys(shownBy(entity, record, action));
  return Object.fromEntries(fields.map((path) => [path, heldByService(entity, record, path)]));
}

function asTaken({ values: fields = {} }: Act, given: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]): [string, JsonValue] => {
      const held = asHeld(fields[name]?.kind, value);
      return [name, fields[name]?.kind === 'email' && typeof held === 'string' ? held.toLowerCase() : held];
    }),
  );
}

function valuesFault({ values: fields = {} }: Act, values: JsonObject, world: StagingWorld): string | null {
  const odd = Object.keys(values).find((name) => !Object.hasOwn(fields, name));
  if (odd !== undefined) return t('it takes no {odd}', { odd });
  for (const [name, field] of Object.entries(fields)) {
    const { label } = field;
    const value = values[name];
    if (value === undefined || value === '') return t('it needs {name}', { name });
    const fault = valueFault(field, value, world);
    if (fault !== null) return `${label} ${fault}`;
  }
  return null;
}

function unknownAct(entity: EntityName, operation: string): Validation {
  const known = Object.keys(actsOf(entity));
  return reject(
    'invalid-input',
    t('Nothing called {operation} can be done to a {one}.', { operation, one: entityWords[entity].one }),
    known.length === 0 ? t('Change its fields.') : t('Possible: {known}.', { known: known.join(', ') }),
  );
}
