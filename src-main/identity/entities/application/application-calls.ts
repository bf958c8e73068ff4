import { configPrefix } from '@shared/domain/config-field';
import { readField, writeField } from '@shared/domain/field-path';
import { isJsonArray, type JsonObject, type JsonValue } from '@shared/domain/json';
import { ownGroup } from '@shared/domain/models/application-acts';
import { imageUseOf } from '@shared/domain/models/application-images';
import { lastKnownRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { type ApiCall, apiPath } from '../../api-call';
import type { RemoteCall } from '../../identity-port';
import { imageCall } from '../../image-call';

type Row = StoredRecord<'application'>;

const list = '/platform/applications';

/** The call that a change of an application comes to; null for one that is none, or more than one call (`takeSetup`). Pure. */
export function applicationCall(call: RemoteCall): ApiCall | null {
  switch (call.verb) {
    case 'create':
      return {
        method: 'POST',
        path: list,
        json: {
          name: call.values.name,
          // A customer's people live in the production instance; the development one is for trying.
          environment_types: ['development', 'production'],
          ...(call.values.domain !== undefined && { domain: call.values.domain }),
        },
      };
    case 'update':
      return update(call.record as Row, call.field, call.value);
    case 'delete':
      return { method: 'DELETE', path: `${list}${apiPath`/${call.record.id}`}` };
    case 'perform':
      return perform(call.record as Row, call.operation, call.values);
  }
}

/** Of its instance, by its id, or by its environment where it is not made yet (spec: `envOrInsID`). */
const configPath = ({ id, instanceId, environment }: Row): ApiCall['path'] =>
  apiPath`/platform/applications/${id}/instances/${instanceId || environment}/config`;

function perform(row: Row, operation: string, values: JsonObject): ApiCall | null {
  const own = `${list}${apiPath`/${row.id}`}`;
  const use = imageUseOf(operation);
  if (use !== undefined) return imageCall(`${own}/${use}`, 'POST', values.image ?? '');
  switch (operation) {
    case 'rotateKeys':
      return {
        method: 'POST',
        path: `${own}/rotate_secret_keys`,
        json: { delay_old_secrets_expiration_hours: values.overlapHours },
      };
    case 'createProduction':
      return {
        method: 'POST',
        path: `${own}/instances`,
        json: { domain: values.domain, environment_type: 'production', clone_instance_id: row.instanceId },
      };
    case 'takeConfig': {
      const { name } = lastKnownRow('application', row) ?? row;
      const { key = '', value = {} } = values;
      return {
        method: 'PATCH',
        path: configPath(row),
        json: { [String(key)]: ownGroup(name, String(key), value) },
      };
    }
    default:
      return null;
  }
}

/** A config is patched only as the version that was read last: whoever writes in between makes it a 409 and a fresh read. */
function update(row: Row, field: string, given: JsonValue): ApiCall | null {
  if (field === 'name')
    return { method: 'PATCH', path: `${list}${apiPath`/${row.id}`}`, json: { name: given } };
  if (!field.startsWith(configPrefix)) return null;
  const path = configPath(row);
  const value = withClearing(given, readField(lastKnownRow('application', row) ?? {}, field));
  return {
    method: 'PATCH',
    path: clears(value) ? `${path}?destructive=true` : path,
    json: writeField({}, field.slice(configPrefix.length), value),
    ...(row.configVersion !== '' && { ifMatch: row.configVersion }),
  };
}

const object = (value: JsonValue | undefined): JsonObject | undefined =>
  value !== null && typeof value === 'object' && !isJsonArray(value) ? value : undefined;

/** A patch is merged into what there is: a key that is left out of an object has to be cleared. */
function withClearing(value: JsonValue, held: JsonValue | undefined): JsonValue {
  const [next, before] = [object(value), object(held)];
  if (next === undefined || before === undefined) return value;
  const cleared = Object.keys(before).filter((key) => !(key in next));
  return {
    ...Object.fromEntries(cleared.map((key) => [key, null])),
    ...Object.fromEntries(
      Object.entries(next).map(([key, inner]) => [key, withClearing(inner, before[key])]),
    ),
  };
}

const clears = (value: JsonValue): boolean =>
  value === null || Object.values(object(value) ?? {}).some(clears);
