import type { RemoteResult } from '@shared/domain/remote-failure';

/** A failure, or where it only says that something is not there, what stands for that. */
export function absentAs<T>(
  { failure }: Extract<RemoteResult<unknown>, { ok: false }>,
  value: T,
): RemoteResult<T> {
  return failure.kind === 'not-found'
    ? { ok: true, value, requestId: failure.requestId }
    : { ok: false, failure };
}
