import type { EditInput } from './control/edit';
import type { EditAnswer } from './control/run-edits';
import type { SandboxReport } from './control/sandbox-report';
import type { ClockSetting, ClockView } from './weather/clock';
import type { FaultInput } from './weather/fault';
import type { FaultReport } from './weather/fault-rules';
import type { RequestEntry } from './weather/traffic';

/** Calls of the control surface, typed. Each rejects when the sandbox answers with an error. */
export interface ControlClient {
  readonly state: () => Promise<SandboxReport>;
  /** The newest requests, oldest first. */
  readonly requests: () => Promise<readonly RequestEntry[]>;
  readonly reset: (data?: 'reseed' | 'keep') => Promise<SandboxReport>;
  /** Edits as another admin, on the given instance or the only one. */
  readonly edit: (edits: readonly EditInput[], instance?: string) => Promise<readonly EditAnswer[]>;
  /** `destroyed` cuts API connections; `refused` closes the API's port. */
  readonly down: (mode?: 'destroyed' | 'refused') => Promise<void>;
  readonly up: () => Promise<void>;
  readonly setLatency: (latency: {
    readonly fixedMs?: number;
    readonly jitterMs?: number;
    readonly seed?: number;
  }) => Promise<void>;
  /** Adds a fault; its id. */
  readonly addFault: (fault: FaultInput) => Promise<string>;
  readonly faults: () => Promise<readonly FaultReport[]>;
  readonly removeFault: (id: string) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  /**
   * `limit`: calls of each instance in a sliding window of 10 s unless told otherwise; left out, its own. `endpoints`: whether
   * those of endpoints and records hold as well; they do unless told otherwise. Null lifts all. Past calls are forgotten.
   */
  readonly setRateLimit: (
    limits: {
      readonly limit?: number;
      readonly windowMs?: number;
      readonly endpoints?: boolean;
    } | null,
  ) => Promise<void>;
  /** Sets the clock that records go by: where it stands (Unix milliseconds), how far it moves on, whether it runs. */
  readonly setClock: (setting: ClockSetting) => Promise<ClockView>;
  /** Milliseconds that reads lag behind writes. */
  readonly setReadLag: (ms: number) => Promise<void>;
  readonly revokeKeys: (instance?: string) => Promise<void>;
  readonly restoreKeys: (instance?: string) => Promise<void>;
}

/** Makes a client. @param controlUrl ends in `/_sandbox`, as the sandbox reports it. */
export const createControlClient = (controlUrl: string): ControlClient => {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(controlUrl + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const send = async (method: string, path: string, body?: object): Promise<void> => {
    await call<unknown>(method, path, body);
  };
  return {
    state: () => call('GET', '/state'),
    requests: async () => (await call<{ requests: readonly RequestEntry[] }>('GET', '/requests')).requests,
    reset: (data = 'reseed') => call('POST', '/reset', { data }),
    edit: async (edits, instance) =>
      (await call<{ answers: readonly EditAnswer[] }>('POST', '/edit', { edits, instance })).answers,
    down: (mode = 'destroyed') => send('POST', '/down', { mode }),
    up: () => send('POST', '/up'),
    setLatency: (latency) => send('PUT', '/latency', latency),
    addFault: async (fault) => (await call<{ id: string }>('POST', '/faults', fault)).id,
    faults: async () => (await call<{ faults: readonly FaultReport[] }>('GET', '/faults')).faults,
    removeFault: (id) => send('DELETE', `/faults/${id}`),
    clearFaults: () => send('DELETE', '/faults'),
    setRateLimit: (limits) =>
      limits === null ? send('DELETE', '/rate-limit') : send('PUT', '/rate-limit', limits),
    setClock: (setting) => call('PUT', '/clock', setting),
    setReadLag: (ms) => send('PUT', '/read-lag', { ms }),
    revokeKeys: (instance) => send('POST', '/keys/revoke', { instance }),
    restoreKeys: (instance) => send('POST', '/keys/restore', { instance }),
  };
};
