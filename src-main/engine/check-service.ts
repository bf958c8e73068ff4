import type { ServiceReport } from '@shared/contract/maintenance';
import type { EngineParts } from './engine-parts';
import { asResult } from './try-key';

/** Asks the service whether it is there, takes the key, is the instance that was copied, and what time it has. */
export async function checkService({
  verify,
  identity,
  now,
}: Pick<EngineParts, 'verify' | 'identity' | 'now'>): Promise<ServiceReport> {
  const time = await identity.probe();
  const answered = now();
  const checked = asResult(time.ok ? await verify() : time);
  return {
    failure: checked.ok ? null : checked.error,
    clockOffMs: time.ok && time.value > 0 ? time.value - answered : null,
    version: identity.version?.() ?? '',
    requestsPer10s: identity.requestsPer10s,
    requestsLeft: identity.requestsLeft(),
  };
}
