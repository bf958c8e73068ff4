import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from '../../call-api';

type Answer = Promise<RemoteResult<unknown>>;

/** How long a status counts as just read, ms: no longer than reads of the service may lag behind writes. */
const freshMs = 60_000;
const statusOfDomain = /\/domains\/[^/]+\/status$/;

/**
 * Of the same read, asked for again while it is on its way, one goes out: pages of a list are cut of one answer. The status of a
 * domain, which domains and applications are both read with, is read once for the two. Only within one run (`signal`), whose end
 * ends it for all, and never across a write.
 *
 * @param elapsed milliseconds by a clock that nobody sets
 */
export function shareReads(callApi: CallApi, elapsed: () => number): CallApi {
  let runs = new WeakMap<AbortSignal, Map<string, { readonly answer: Answer; readonly askedAt: number }>>();
  const forget = (): void => {
    runs = new WeakMap();
  };
  return (call, signal) => {
    if (call.method !== 'GET') {
      forget();
      return callApi(call, signal).finally(forget);
    }
    if (call.read !== undefined || signal === undefined) return callApi(call, signal);
    const { path } = call;
    const run = runs.get(signal) ?? new Map<string, { readonly answer: Answer; readonly askedAt: number }>();
    runs.set(signal, run);
    const known = run.get(path);
    if (known !== undefined && known.askedAt > elapsed() - freshMs) return known.answer;
    const answer = callApi(call, signal).then((result) => {
      if (!result.ok || !statusOfDomain.test(path)) run.delete(path);
      return result;
    });
    run.set(path, { answer, askedAt: elapsed() });
    return answer;
  };
}
