import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { expect } from 'vitest';
import { loadSpec, platformSpecPath, type Spec, specPath } from './load-spec';

/** How one call is made; `path` fills the template's parameters. */
export type CallOptions = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A body as tests look at it, with whatever field is asked for, and lists hold bodies. */
export type Shown = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly data: readonly Shown[];
  readonly email_addresses: readonly { readonly email_address: string }[];
  readonly [field: string]: unknown;
};

/** A sandbox whose every answer is checked against the spec. */
export interface Contract {
  readonly sandbox: Sandbox;
  readonly spec: Spec;
  /** Makes a call, expects the status and a valid body, and gives the body. */
  readonly call: <Body = Shown>(operation: string, status: number, options?: CallOptions) => Promise<Body>;
  /** Fails unless each operation was called with success. */
  readonly expectCovered: (operations: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts a small sandbox (20 organizations, 500 users) under contract; of `campus`, the Platform API. An
 * operation reads `get /users/{user_id}`.
 */
export const openContract = async (world = 'northwind'): Promise<Contract> => {
  const spec = loadSpec(world === 'campus' ? platformSpecPath : specPath);
  const sandbox = await startSandbox({ world, scale: 0.1, seed: 7, limits: 'none' });
  const own = world === 'campus' ? sandbox.platformToken : sandbox.secretKey;
  const covered = new Set<string>();
  return {
    sandbox,
    spec,
    call: async <Body = Shown>(
      operation: string,
      status: number,
      options: CallOptions = {},
    ): Promise<Body> => {
      const [method = '', template = ''] = operation.split(' ');
      const path = template.replace(
        /\{(\w+)\}/g,
        (_, name: string) => options.path?.[name] ?? `missing-${name}`,
      );
      const response = await fetch(`${sandbox.url}/v1${path}${options.query ? `?${options.query}` : ''}`, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${options.key ?? own}`,
          ...options.headers,
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(options.form !== undefined && { body: options.form }),
        ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      });
      const text = await response.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      expect({ operation, status: response.status, text: text.slice(0, 400) }).toMatchObject({
        operation,
        status,
      });
      expect(spec.problems(method, template, response.status, body)).toBeUndefined();
      if (response.ok) covered.add(operation);
      return body as Body;
    },
    expectCovered: (operations) => {
      expect(operations.filter((operation) => !covered.has(operation))).toEqual([]);
    },
    close: sandbox.close,
  };
};
