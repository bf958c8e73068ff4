import { configPrefix } from '@shared/domain/config-field';
import { readField, writeField } from '@shared/domain/field-path';
import { isJsonArray, JsonObject, type JsonValue } from '@shared/domain/json';
import { lastKnownRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { cannotBeSent } from '../../cannot-be-sent';
import type { PushPort, RemoteCall } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { ApplicationWire } from './application-wire';

/** `PlatformConfigPatchResponse`. */
const Patched = z.object({ config_version: z.string().default(''), after: JsonObject.default({}) });

/** The writing half of the platform's client: names and configs of applications. */
export function createPlatformPush(
  callApi: CallApi,
): Pick<PushPort, 'send' | 'tryOut' | 'findCreated' | 'describe'> {
  return {
    tryOut: (call, signal) => {
      const sent = apiCallOf(call);
      return sent?.ifMatch === undefined ? null : tryOut(callApi, sent, signal);
    },
    findCreated: async () => ({ ok: true, value: [], requestId: '' }),
    describe: (call) => {
      const sent = apiCallOf(call);
      return sent === null ? `cannot be sent: ${call.verb} ${call.entity}` : `${sent.method} ${sent.path}`;
    },
    send: async (call, signal) => {
      const sent = apiCallOf(call);
      if (sent === null || call.verb !== 'update') return cannotBeSent(call);
      const answer = await callApi(sent, signal);
      return answer.ok ? asRecord(call.record as StoredRecord<'application'>, call.field, answer) : answer;
    },
  };
}

/** The service checks the change, and writes nothing (`dry_run` of `PlatformPatchConfig`). */
async function tryOut(callApi: CallApi, sent: ApiCall, signal?: AbortSignal): Promise<RemoteResult<null>> {
  const sign = sent.path.includes('?') ? '&' : '?';
  const answer = await callApi({ ...sent, path: `${sent.path}${sign}dry_run=true` }, signal);
  return answer.ok ? { ...answer, value: null } : answer;
}

/**
 * The call that sets one field; null for one that cannot be set. A config is patched only as the version that was read
 * last: whoever writes in between makes it a 409 and a fresh read. Pure.
 */
function apiCallOf(call: RemoteCall): ApiCall | null {
  if (call.verb !== 'update' || call.entity !== 'application') return null;
  const { id, instanceId, configVersion } = call.record as StoredRecord<'application'>;
  if (call.field === 'name') {
    return { method: 'PATCH', path: apiPath`/platform/applications/${id}`, json: { name: call.value } };
  }
  if (!call.field.startsWith(configPrefix)) return null;
  const path = apiPath`/platform/applications/${id}/instances/${instanceId}/config`;
  const held = readField(
    lastKnownRow('application', call.record as StoredRecord<'application'>) ?? {},
    call.field,
  );
  const value = withClearing(call.value, held);
  return {
    method: 'PATCH',
    path: clears(value) ? `${path}?destructive=true` : path,
    json: writeField({}, call.field.slice(configPrefix.length), value),
    ...(configVersion !== '' && { ifMatch: configVersion }),
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

/** The record as it is after the write: the answer tells of what was written only. */
function asRecord(
  row: StoredRecord<'application'>,
  field: string,
  answer: Extract<RemoteResult<unknown>, { ok: true }>,
): RemoteResult<RemoteRecord> {
  const record = lastKnownRow('application', row);
  if (record === null) throw new Error('no application is provisional');
  if (field === 'name') {
    const decoded = ApplicationWire.safeParse(answer.value);
    return decoded.success
      ? { ...answer, value: { ...record, name: decoded.data.name } }
      : strangeAnswer(true);
  }
  const decoded = Patched.safeParse(answer.value);
  if (!decoded.success) return strangeAnswer(true);
  const { after, config_version: configVersion } = decoded.data;
  return { ...answer, value: { ...record, config: { ...record.config, ...after }, configVersion } };
}
