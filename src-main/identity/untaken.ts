import { actsOf } from '@shared/domain/acts';
import { blankRecord } from '@shared/domain/blank-record';
import { type Capabilities, takes } from '@shared/domain/capabilities';
import { editableFields } from '@shared/domain/editable-fields';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { AnyField } from '@shared/domain/kinds/field';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { callsOf } from './calls-of';
import { type Adapters, noIds } from './entities/adapter';
import type { RemoteCall } from './identity-port';

const saysNothing = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || value === '' || JSON.stringify(value) === '{}';

/** What a creation would send, as one text; null where nothing can be made. */
const sent = (adapters: Adapters, entity: EntityName, values: JsonObject): string | null => {
  const calls = callsOf(adapters, { verb: 'create', entity, values }, noIds);
  return calls && JSON.stringify(calls.of(undefined));
};

/** The first value of a creation that no call of it would carry; undefined where all of them go. */
export function dropped(adapters: Adapters, entity: EntityName, values: JsonObject): string | undefined {
  const whole = sent(adapters, entity, values);
  return Object.keys(values).find((name) => {
    const { [name]: value, ...others } = values;
    return !saysNothing(value) && sent(adapters, entity, others) === whole;
  });
}

/** A value that shows in a call, whatever the kind of its field. */
const probe = ({ kind }: Pick<AnyField, 'kind'>): JsonValue =>
  kind === 'number' ? 7 : kind === 'flag' ? false : kind === 'json' ? { probe: 'x' } : 'probe';

/** Names of all changes that adapters make no call of, each with why: so that a window need not let them be tried. Pure. */
export function untaken(
  adapters: Adapters,
  entities: readonly EntityName[],
  why: NonNullable<Capabilities[`takes.${string}`]>,
): Capabilities {
  const names = entities.flatMap((entity) => {
    const record = blankRecord(entity, RecordId.parse('x'), 0) as unknown as StoredRecord;
    const isTaken = (call: RemoteCall): boolean => callsOf(adapters, call, noIds) !== null;
    const { fields, said = {} } = modelOf(entity);
    const all = Object.entries<AnyField>({ ...fields, ...said });
    const kept = Object.entries<AnyField>(fields).filter(([, { kind, edit }]) => kind === 'json' && edit);
    const update = (field: string): boolean => isTaken({ verb: 'update', entity, record, field, value: '' });
    return [
      ...(isTaken({ verb: 'delete', entity, record }) ? [] : [takes('delete', entity)]),
      ...(isTaken({ verb: 'create', entity, values: {} }) ? [] : [takes('create', entity)]),
      ...all
        .filter(
          ([name, field]) => field.create && dropped(adapters, entity, { [name]: probe(field) }) === name,
        )
        .map(([name]) => takes('create', entity, name)),
      ...editableFields[entity]
        .filter(({ path }) => !update(path))
        .map(({ path }) => takes('update', entity, path)),
      ...kept.filter(([name]) => !update(`${name}.key`)).map(([name]) => takes('update', entity, name)),
      ...Object.keys(actsOf(entity))
        .filter((operation) => !isTaken({ verb: 'perform', entity, record, operation, values: {} }))
        .map((operation) => takes('perform', entity, operation)),
    ];
  });
  return Object.fromEntries(names.map((name) => [name, why]));
}
