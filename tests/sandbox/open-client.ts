import type { SandboxOptionsInput } from '@main/sandbox/sandbox-options';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';

/** A record as tests look at it. */
export type Shown = {
  readonly id: string;
  readonly data: readonly Shown[];
  readonly total_count: number;
  readonly errors: readonly { readonly code: string; readonly meta?: { readonly param_name?: string } }[];
  readonly updated_at: number;
  readonly [field: string]: unknown;
};

/** An answer; `code` is the first error's. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Shown;
  readonly rows: readonly Shown[];
  readonly code: string | undefined;
};

/** A sandbox and a way to call it with its key. */
export interface Client {
  readonly sandbox: Sandbox;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Starts a small sandbox (20 organizations, 500 users, 900 memberships) without limits, unless told otherwise. */
export const openClient = async (options: SandboxOptionsInput = {}): Promise<Client> => {
  const sandbox = await startSandbox({ scale: 0.1, limits: 'none', ...options });
  return {
    sandbox,
    call: async (method, path, body) => {
      const response = await fetch(`${sandbox.url}/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const shown = (text === '' ? {} : JSON.parse(text)) as Shown;
      return {
        status: response.status,
        headers: response.headers,
        body: shown,
        rows: Array.isArray(shown) ? (shown as readonly Shown[]) : (shown.data ?? []),
        code: shown.errors?.[0]?.code,
      };
    },
    close: sandbox.close,
  };
};
