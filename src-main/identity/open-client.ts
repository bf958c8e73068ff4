import type { RemoteResult } from '@shared/domain/remote-failure';
import { type ApiOptions, type CallApi, createCallApi } from './call-api';
import type { Identity, IdentityOptions } from './identity';
import { createRequestGate, type RequestGate } from './request-gate';
import { createServiceClock, type ServiceClock } from './service-clock';
import type { Wire } from './wire';

const windowMs = 10_000;

/** What a client of one service is made of: its pace, its clock, and how it is called. */
export interface Client {
  readonly gate: RequestGate;
  /** Another gate, for an instance whose limits are its own. */
  gateOf(key: string): RequestGate;
  limitFor(key: string): number;
  /** Calls with a key, at the pace of a gate. */
  callWith(apiKey: string, gate: RequestGate): CallApi;
  /** What is told of it beside records. `small`: the path of a small answer. */
  told(
    callApi: CallApi,
    small: string,
  ): Pick<
    Identity,
    'requestsPer10s' | 'requestsLeft' | 'probe' | 'serviceTime' | 'throttled' | 'onThrottled'
  >;
}

/** @param url base of the API, without a slash at the end */
export function openClient(options: IdentityOptions, wire: Wire, url: string): Client {
  const { apiKey, fetch, now, timeoutMs = 30_000, concurrency = 8, endpointLimits = true } = options;
  const { elapsed = () => performance.now() } = options;
  const listeners = new Set<() => void>();
  const limitFor = (key: string): number => options.requestsPer10s ?? wire.requestsPer10s(key);
  const gateOf = (key: string) =>
    createRequestGate({
      elapsed,
      sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
      onHold: () => {
        for (const listener of [...listeners]) listener();
      },
      concurrency,
      limit: limitFor(key),
      windowMs,
    });
  const gate = gateOf(apiKey);
  const clock = createServiceClock();
  const limitOf: ApiOptions['limitOf'] = endpointLimits ? wire.limitOf : () => null;
  return {
    gate,
    gateOf,
    limitFor,
    callWith: (key, own) =>
      createCallApi({ url, fetch, now, timeoutMs, clock, limitOf, wire, apiKey: key, gate: own }),
    told: (callApi, small) => ({
      requestsPer10s: limitFor(apiKey),
      probe: () => askTime(callApi, clock, small),
      serviceTime: async () => {
        const known = clock.now();
        return known === null ? askTime(callApi, clock, small) : { ok: true, value: known, requestId: '' };
      },
      requestsLeft: gate.left,
      throttled: () =>
        gate.holds().map(({ endpoint, leftMs }) => {
          return { endpoint, until: Math.ceil((now() + leftMs) / 1_000) * 1_000 };
        }),
      onThrottled: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    }),
  };
}

/** The service's time, ms since 1970, by one small call; 0 where answers bear no date. */
async function askTime(callApi: CallApi, clock: ServiceClock, path: string): Promise<RemoteResult<number>> {
  const answer = await callApi({ method: 'GET', path });
  return answer.ok ? { ...answer, value: clock.now() ?? 0 } : answer;
}

/** An address without a slash at its end, and with the path of the API where it names none. */
export function apiBase(url: string, usualPath: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  return origin + (path === '' ? usualPath : path);
}
