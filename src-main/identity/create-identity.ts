import type { RemoteResult } from '@shared/domain/remote-failure';
import type { Scenario } from '@shared/domain/scenario';
import { z } from 'zod';
import { type CallApi, createCallApi } from './call-api';
import { createBoth } from './create-both';
import { createCountPeople, poolByKey } from './entities/application/count-people';
import { createCountPool } from './entities/application/count-pool';
import { createPlatformPull } from './entities/application/create-platform-pull';
import { createPlatformPush } from './entities/application/create-platform-push';
import { besideKey } from './entities/application/own-application';
import { createReadTwin } from './entities/application/read-twin';
import { createReadUsage } from './entities/application/read-usage';
import { shareReads } from './entities/application/share-reads';
import { clerkWire } from './entities/clerk-wire';
import type { IdentityPort } from './identity-port';
import { createPull } from './pull';
import { createPush } from './push';
import { createRequestGate, type RequestGate } from './request-gate';
import { createServiceClock, type ServiceClock } from './service-clock';
import { strangeAnswer } from './strange-answer';
import { withPools } from './with-pools';

/** Spec: `components.schemas.Instance`. */
const Instance = z.object({ id: z.string().min(1) });

/** The id of the instance that the key belongs to. */
async function readInstanceId(callApi: CallApi, signal?: AbortSignal): Promise<RemoteResult<string>> {
  const answer = await callApi({ method: 'GET', path: '/instance' }, signal);
  if (!answer.ok) return answer;
  const decoded = Instance.safeParse(answer.value).data;
  return decoded === undefined ? strangeAnswer(false) : { ...answer, value: decoded.id };
}

export interface IdentityOptions {
  /** Base of the Backend API, e.g. `https://api.clerk.com/v1`; `/v1` is added to a URL without a path. */
  readonly url: string;
  /** Secret key of an instance, or the Platform API token of a `platforms` workspace. */
  readonly apiKey: string;
  /** Opens the application of the instance at the Platform API as well. */
  readonly platformToken?: string | undefined;
  /** Which API it is; the Backend API unless told otherwise. */
  readonly scenario?: Scenario;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Milliseconds by a clock that nobody sets: waits are measured by it. */
  readonly elapsed?: () => number;
  /** Longest time for one request and its answer, ms. */
  readonly timeoutMs?: number;
  /** Requests in flight at once. */
  readonly concurrency?: number;
  /** Requests in any 10 s; the service's own limit for the key's environment when missing. */
  readonly requestsPer10s?: number;
  /** Whether the service's limits of single endpoints and records are kept to as well; they are unless told otherwise. */
  readonly endpointLimits?: boolean;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The identity service, as sync and reconcile see it. Nothing throws: failures are returned, classified. */
export interface Identity extends IdentityPort {
  /** One small call, made now, with the service's time as `serviceTime` has it: an answer of before proves nothing. */
  probe(): Promise<RemoteResult<number>>;
  /** Requests that may go at once, of `requestsPer10s`; what others send with the same key is not known here. */
  requestsLeft(): number;
  /** Endpoints that no request goes to before a time (429), ms since 1970, in whole seconds. */
  throttled(): readonly { readonly endpoint: string; readonly until: number }[];
  /** Called when an endpoint is held; returns the unsubscriber. */
  onThrottled(listener: () => void): () => void;
}

const windowMs = 10_000;

/** A client of Clerk's Backend API, version 2026-05-12, or of its Platform API (beta), on plain `fetch`. */
export function createIdentity(options: IdentityOptions): Identity {
  const { apiKey, fetch, now, timeoutMs = 30_000, concurrency = 8, endpointLimits = true } = options;
  const { elapsed = () => performance.now() } = options;
  const listeners = new Set<() => void>();
  const limitFor = (key: string): number => options.requestsPer10s ?? clerkWire.requestsPer10s(key);
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
  const limitOf = endpointLimits ? clerkWire.limitOf : () => null;
  const call = { url: baseUrl(options.url), fetch, now, timeoutMs, clock, limitOf, wire: clerkWire };
  const platform = options.scenario === 'platforms';
  const one = createCallApi({ ...call, apiKey, gate });
  const callApi = platform ? shareReads(one, elapsed) : one;
  const gates = new Map<string, RequestGate>();
  /** Another instance of the same service: its limits are its own, and hold however often it is opened. */
  const openPool = (key: string, application: string) => {
    const name = `${application}/${limitFor(key)}`;
    const own = gates.get(name) ?? gateOf(key);
    gates.set(name, own);
    return createCallApi({ ...call, apiKey: key, gate: own });
  };
  const small = platform ? '/platform/applications' : '/users/count';
  const { platformToken: token } = options;
  const openApplication = poolByKey(callApi, openPool);
  const besides = (apiKey: string) => besideKey(createCallApi({ ...call, apiKey, gate }));
  return {
    ...(platform
      ? {
          ...withPools(
            { ...createPlatformPull(callApi), ...createPlatformPush(callApi, openApplication) },
            openApplication,
          ),
          countPeople: createCountPeople(openApplication),
          countPool: createCountPool(openApplication),
          readUsage: createReadUsage(callApi),
          readTwin: createReadTwin(callApi),
        }
      : token === undefined
        ? { ...createPull(callApi), ...createPush(callApi) }
        : createBoth(callApi, besides(token), (signal) => readInstanceId(callApi, signal))),
    requestsPer10s: limitFor(apiKey),
    // A platform has no id: its applications tell it.
    instanceId: async (signal) =>
      platform ? { ok: true, value: '', requestId: '' } : readInstanceId(callApi, signal),
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
  };
}

function baseUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  return origin + (path === '' ? '/v1' : path);
}

/** The service's time, ms since 1970, by one small call; 0 where answers bear no date. */
async function askTime(callApi: CallApi, clock: ServiceClock, path: string): Promise<RemoteResult<number>> {
  const answer = await callApi({ method: 'GET', path });
  return answer.ok ? { ...answer, value: clock.now() ?? 0 } : answer;
}
