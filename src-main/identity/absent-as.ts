import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import { strangeAnswer } from './strange-answer';

type Failed = Extract<RemoteResult<unknown>, { ok: false }>;

/** A failure, or where it only says that something is not there, what stands for that. */
export function absentAs<T>({ failure }: Failed, value: T): RemoteResult<T> {
  return failure.kind === 'not-found'
    ? { ok: true, value, requestId: failure.requestId }
    : { ok: false, failure };
}

/**
 * The same for a list: that it is not there says nothing about what it held, unless the record that it belongs to, at
 * `parent`, is gone as well. A list of the whole instance has none.
 */
export async function absentWith<T>(
  callApi: CallApi,
  listed: Failed,
  { parent, value }: { readonly parent: string | undefined; readonly value: T },
  signal?: AbortSignal,
): Promise<RemoteResult<T>> {
  if (listed.failure.kind !== 'not-found' || parent === undefined) return listed;
  const proof = await callApi({ method: 'GET', path: parent }, signal);
  return proof.ok ? strangeAnswer(false) : absentAs(proof, value);
}
