import { createControlClient } from '@main/sandbox/control-client';
import type { FaultInput } from '@main/sandbox/weather/fault';
import { type SandboxProcess, startSandboxProcess } from '../../support/start-sandbox-process';
import { temporaryFolder } from './temporary-folder';

type Json = Readonly<Record<string, unknown>>;

/** The identity service of a test: a sandbox process that can die and come back at the same address with the same data. */
export interface Service {
  readonly url: string;
  /** The key of its instance, or the token of its platform. */
  readonly secretKey: string;
  /** Opens its applications at the Platform API. */
  readonly platformToken: string;
  readonly get: (path: string) => Promise<Json>;
  /** Rows of a list endpoint's first page. */
  readonly list: (path: string) => Promise<readonly Json[]>;
  readonly patch: (path: string, body: Json) => Promise<Json>;
  readonly post: (path: string, body: Json) => Promise<Json>;
  readonly remove: (path: string) => Promise<Json>;
  /** Calls with another method than GET that reached it since it last came up, as `METHOD path`. */
  readonly writes: () => Promise<readonly string[]>;
  /** As many calls that match as the fault says meet it. */
  readonly fail: (fault: FaultInput) => Promise<void>;
  /** The next call that matches meets this fault. */
  readonly failOnce: (fault: FaultInput) => Promise<void>;
  readonly die: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startService(scale: number, world = 'northwind'): Promise<Service> {
  const data = await temporaryFolder('service');
  const options = { world, seed: 1, scale, data };
  let running: SandboxProcess | null = await startSandboxProcess(options);
  const { url, controlUrl } = running;
  const secretKey = world === 'campus' ? running.platformToken : running.secretKey;
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' };
  const call = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${url}/v1${path}`, { ...init, headers });
    const body: unknown = await answer.json();
    if (!answer.ok)
      throw new Error(`${init?.method ?? 'GET'} ${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body;
  };
  return {
    url,
    secretKey,
    platformToken: running.platformToken,
    get: async (path) => (await call(path)) as Json,
    list: async (path) => {
      const body = (await call(path)) as readonly Json[] | { readonly data: readonly Json[] };
      return 'data' in body ? body.data : body;
    },
    patch: async (path, body) => (await call(path, { method: 'PATCH', body: JSON.stringify(body) })) as Json,
    post: async (path, body) => (await call(path, { method: 'POST', body: JSON.stringify(body) })) as Json,
    remove: async (path) => (await call(path, { method: 'DELETE' })) as Json,
    writes: async () => {
      const answer = await fetch(`${controlUrl}/requests`);
      const { requests } = (await answer.json()) as { requests: readonly { method: string; path: string }[] };
      return requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
    },
    fail: async (fault) => {
      await createControlClient(controlUrl).addFault(fault);
    },
    failOnce: async (fault) => {
      await createControlClient(controlUrl).addFault({ ...fault, times: 1 });
    },
    die: async () => {
      await running?.kill();
      running = null;
    },
    comeBack: async () => {
      running ??= await startSandboxProcess({
        ...options,
        port: Number(new URL(url).port),
        'control-port': Number(new URL(controlUrl).port),
      });
    },
    stop: async () => {
      await running?.stop();
      running = null;
    },
  };
}
