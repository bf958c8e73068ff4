import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import type { ServiceClock } from './service-clock';

/** The service's time, ms since 1970: as answers told it, else by one small call; ours where answers bear no date. */
export async function readServiceTime(
  callApi: CallApi,
  clock: ServiceClock,
  now: () => number,
  path: string,
): Promise<RemoteResult<number>> {
  const known = clock.now();
  if (known !== null) return { ok: true, value: known, requestId: '' };
  const answer = await callApi({ method: 'GET', path });
  return answer.ok ? { ...answer, value: clock.now() ?? now() } : answer;
}
