import type { RemoteResult } from '@shared/domain/remote-failure';
import type { ApiCall } from './api-call';
import type { CallApi } from './call-api';
import { type Adapters, adapterIn, type Calls, type Ids } from './entities/adapter';
import type { RemoteCall } from './identity-port';
import { strangeAnswer } from './strange-answer';

/** What a change comes to at the service (paths in each adapter); null for what it does not let be done. Pure. */
export function callsOf(adapters: Adapters, call: RemoteCall, ids: Ids): Calls | null {
  const made = madeOf(adapters, call, ids);
  if (made === null || 'of' in made) return made;
  const answersRecord = call.verb !== 'delete' || adapterIn(adapters, call.entity)?.livesOn === true;
  return {
    shown: `${made.method} ${made.path}`,
    of: () => [made],
    ...(answersRecord && ({ answersRecord } as const)),
  };
}

function madeOf(adapters: Adapters, call: RemoteCall, ids: Ids): ApiCall | Calls | null {
  const adapter = adapterIn(adapters, call.entity);
  switch (call.verb) {
    case 'create':
      return adapter?.create?.(call.values, ids) ?? null;
    case 'update':
      return adapter?.update?.(call.record, call.field, call.value, ids) ?? null;
    case 'delete':
      return adapter?.remove?.(call.record) ?? null;
    case 'perform':
      return adapter?.perform?.(call.record, call.operation, call.values) ?? null;
  }
}

/** Reads what the calls need, then sends them in order: the last one's answer, null where there was nothing to send. */
export async function sendCalls(
  callApi: CallApi,
  { reads, of }: Calls,
  signal?: AbortSignal,
): Promise<RemoteResult<unknown>> {
  let last: RemoteResult<unknown> = { ok: true, value: null, requestId: '' };
  if (reads !== undefined) last = await callApi({ method: 'GET', path: reads }, signal);
  if (!last.ok) return last;
  const calls = of(last.value);
  if (calls === undefined) return strangeAnswer(false);
  last = { ...last, value: null };
  for (const call of calls) {
    last = await callApi(call, signal);
    if (!last.ok) return last;
  }
  return last;
}
