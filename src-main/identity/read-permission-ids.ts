import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import { permission } from './entities/permission';
import { strangeAnswer } from './strange-answer';

const limit = 500;

/** Ids of permissions by key, read anew: roles hold permissions by id on the wire. A key that is not there is refused. */
export async function readPermissionIds(
  callApi: CallApi,
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<RemoteResult<ReadonlyMap<string, string>>> {
  const ids = new Map<string, string>();
  for (let offset = 0; ; offset += limit) {
    const path = permission.pagePath({ offset, limit });
    const answer = await callApi({ method: 'GET', path }, signal);
    if (!answer.ok) return answer;
    const page = permission.decodePage(answer.value);
    if (page === undefined) return strangeAnswer(false);
    for (const { key, id } of page.records) ids.set(key, id);
    if (page.records.length < limit) break;
  }
  const missing = keys.find((key) => !ids.has(key));
  if (missing === undefined) return { ok: true, value: ids, requestId: '' };
  return {
    ok: false,
    failure: {
      kind: 'invalid',
      status: 0,
      code: 'permission-missing',
      message: `The service has no permission ${missing}.`,
      requestId: '',
      retryAfterMs: 0,
      mayHaveTakenEffect: false,
    },
  };
}
