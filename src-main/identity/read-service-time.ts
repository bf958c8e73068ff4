import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import type { ServiceClock } from './service-clock';

/** The service's time, ms since 1970: as answers told it, else by one small call; 0 where answers bear no date. */
export async function readServiceTime(
  callApi: CallApi,
  clock: ServiceClock,
  path: string,
): Promise<RemoteResult<number>> {
  const known = clock.now();
  if (known !== null) return { ok: true, value: known, requestId: '' };
  const answer = await callApi({ method: 'GET', path });
  return answer.ok ? { ...answer, value: clock.now() ?? 0 } : answer;
}
