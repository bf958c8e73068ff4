import type { PushPort, RemoteCall } from '@main/reconcile/identity-port';
import { editableField } from '@shared/domain/editable-fields';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import type { ApiCall } from './api-call';
import type { CallApi } from './call-api';
import { cannotBeSent } from './cannot-be-sent';
import type { Ids } from './entities/adapter';
import { adapterOf } from './entities/adapters';
import { createFindCreated } from './find-created';
import { readPermissionIds } from './read-permission-ids';
import { createSlugOwner } from './slug-owner';
import { strangeAnswer } from './strange-answer';

const noIds: Ids = new Map();

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
      const adapter = adapterOf(call.entity);
      const keys = permissionKeysOf(call);
      const ids = keys === null ? null : await readPermissionIds(callApi, keys, signal);
      if (ids?.ok === false) return ids;
      const sent = apiCallOf(call, ids?.value ?? noIds);
      if (sent === null || adapter === null) return cannotBeSent(call);
      const answer = await callApi(sent, signal);
      if (!answer.ok) return answer;
      if (call.verb === 'delete' && !adapter.livesOn) return { ...answer, value: null };
      const record = adapter.decodeAnswer(answer.value, call.verb === 'create' ? undefined : call.record);
      return record === undefined ? strangeAnswer(true) : { ...answer, value: record };
    },
  };
}

/** The call of the Backend API (spec paths in each adapter); null for what it does not let be done. Pure. */
function apiCallOf(call: RemoteCall, ids: Ids): ApiCall | null {
  const adapter = adapterOf(call.entity);
  switch (call.verb) {
    case 'create':
      return adapter?.create?.(call.values, ids) ?? null;
    case 'update':
      return adapter?.update?.(call.record, call.field, call.value, ids) ?? null;
    case 'delete':
      return adapter?.remove?.(call.record) ?? null;
  }
}

/** Keys of the permissions that a call sets; null when it sets none. */
function permissionKeysOf(call: RemoteCall): readonly string[] | null {
  if (call.verb === 'delete') return null;
  const values = call.verb === 'create' ? Object.entries(call.values) : [[call.field, call.value] as const];
  const keys = values.flatMap(([field, value]) =>
    editableField(call.entity, field)?.kind === 'permissions' ? listOf(value) : [],
  );
  return keys.length === 0 ? null : keys;
}

const listOf = (value: JsonValue): readonly string[] =>
  value !== null && typeof value === 'object' && isJsonArray(value) ? value.map(String) : [];
