import type { PushPort, RemoteCall } from '@main/reconcile/identity-port';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import type { ApiCall } from './api-call';
import type { CallApi } from './call-api';
import { cannotBeSent } from './cannot-be-sent';
import { creationCall } from './creation-call';
import { deletionCall } from './deletion-call';
import { createFindCreated } from './find-created';
import { readAnswer } from './read-answer';
import { readPermissionIds } from './read-permission-ids';
import { createSlugOwner } from './slug-owner';
import { strangeAnswer } from './strange-answer';
import { updateCall } from './update-call';

const noIds: ReadonlyMap<string, string> = new Map();

/** The writing half of the client. */
export function createPush(
  callApi: CallApi,
): Pick<PushPort, 'send' | 'findCreated' | 'slugOwner' | 'describe'> {
  return {
    findCreated: createFindCreated(callApi),
    slugOwner: createSlugOwner(callApi),
    describe: (call) => {
      const sent = apiCallOf(call, noIds);
      return sent === null ? `cannot be sent: ${call.verb} ${call.entity}` : `${sent.method} ${sent.path}`;
    },
    async send(call, signal) {
      const keys = permissionKeysOf(call);
      let ids = noIds;
      if (keys !== null) {
        const read = await readPermissionIds(callApi, keys, signal);
        if (!read.ok) return read;
        ids = read.value;
      }
      const sent = apiCallOf(call, ids);
      if (sent === null) return cannotBeSent(call);
      const answer = await callApi(sent, signal);
      if (!answer.ok) return answer;
      // A revoked invitation lives on, as revoked; everything else that is deleted is gone.
      if (call.verb === 'delete' && call.entity !== 'invitation') return { ...answer, value: null };
      const known = call.verb === 'create' ? undefined : call.record;
      const record = readAnswer(call.entity, answer.value, known);
      return record === undefined ? strangeAnswer(true) : { ...answer, value: record };
    },
  };
}

function apiCallOf(call: RemoteCall, permissionIds: ReadonlyMap<string, string>): ApiCall | null {
  switch (call.verb) {
    case 'create': {
      const made = creationCall(call.entity, call.values);
      const keys = permissionKeysOf(call);
      if (made === null || keys === null) return made;
      return { ...made, json: { ...(made.json as object), permissions: idsOf(keys, permissionIds) } };
    }
    case 'update':
      return updateCall(call, permissionIds);
    case 'delete':
      return deletionCall(call.entity, call.record);
  }
}

/** Keys of the permissions that a call sets; null when it sets none. */
function permissionKeysOf(call: RemoteCall): readonly string[] | null {
  if (call.entity !== 'role' || call.verb === 'delete') return null;
  const given: JsonValue | undefined =
    call.verb === 'create'
      ? call.values.permissionKeys
      : call.field === 'permissionKeys'
        ? call.value
        : undefined;
  return given !== undefined && isJsonArray(given) ? given.map(String) : null;
}

function idsOf(keys: readonly string[], ids: ReadonlyMap<string, string>): readonly string[] {
  return keys.map((key) => ids.get(key) ?? key);
}
