import type { Binding, BoundPort } from '@main/sync/bind-instance';
import { failureOf } from '@main/sync/failure-of';
import { type Result, success } from '@shared/contract/failure';
import type { RemoteResult } from '@shared/domain/remote-failure';

/** Whether a key, in a client of its own, opens the instance of this workspace. */
export async function tryKey(binding: Binding, port: BoundPort): Promise<Result<null>> {
  return asResult(await binding.verify(port));
}

/** A check of the instance as people are told of it. */
export function asResult(checked: RemoteResult<null>): Result<null> {
  return checked.ok ? success(null) : { ok: false, error: failureOf(checked.failure, 'settings') };
}
