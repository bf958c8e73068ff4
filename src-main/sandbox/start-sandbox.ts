import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { controlRoutes } from './control/control-routes';
import { type ControlClient, createControlClient } from './control-client';
import { createState } from './create-state';
import { listApplications, platformToken, type SeededApplication } from './database/list-applications';
import { createPlatformApi } from './platform/create-platform-api';
import { readSandboxOptions, type SandboxOptionsInput } from './sandbox-options';
import type { Availability } from './sandbox-state';
import { createApi } from './server/create-api';
import { type Listener, openListener } from './server/open-listener';
import { serveCall } from './server/serve-call';

/** A running sandbox. */
export type Sandbox = {
  /** Origin of the API, e.g. `http://127.0.0.1:4010`; endpoints are under `/v1`. */
  readonly url: string;
  /** Base of the control surface on its own loopback port, which answers even when the API is down. */
  readonly controlUrl: string;
  /** The key of the first application. */
  readonly secretKey: string;
  /** The keys of all applications, in their order. */
  readonly keys: readonly string[];
  readonly applications: readonly SeededApplication[];
  /** Opens the Platform API of all applications. */
  readonly platformToken: string;
  readonly control: ControlClient;
  /** Closes both ports and the database; a temporary data directory is removed. */
  readonly close: () => Promise<void>;
};

type App = Hono<{ Bindings: HttpBindings }>;

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Starts a sandbox in this process.
 *
 * Throws `SandboxError` when it cannot: unknown world, bad option, unusable data directory, another world in it, port in
 * use. Never prints and never exits.
 */
export const startSandbox = async (input: SandboxOptionsInput = {}): Promise<Sandbox> => {
  const { real = Date.now, ...given } = input;
  const options = readSandboxOptions(given);
  let current: Availability = 'up';
  let apiListener: Listener | undefined;
  const setAvailability = async (next: Availability): Promise<void> => {
    const was = current;
    current = next;
    if (next === 'refused' && was !== 'refused') await apiListener?.close();
    if (next !== 'refused' && was === 'refused') await apiListener?.reopen();
    if (next === 'destroyed') apiListener?.closeIdle();
  };
  const { state, data } = createState(options, real, {
    get current() {
      return current;
    },
    set: setAvailability,
  });

  const api = createApi();
  const control = controlRoutes(state, api);
  const controlApp: App = new Hono<{ Bindings: HttpBindings }>().route('/_sandbox', control);
  const apiApp: App = new Hono<{ Bindings: HttpBindings }>();
  if (loopback.has(options.host)) apiApp.route('/_sandbox', control);
  apiApp.all('*', serveCall(state, { backend: api, platform: createPlatformApi(api) }));

  const closeData = (): void => {
    state.reads.close();
    data.close();
  };
  let controlListener: Listener | undefined;
  try {
    apiListener = await openListener(apiApp, options.host, options.port);
    controlListener = await openListener(controlApp, '127.0.0.1', options.controlPort);
  } catch (error) {
    await apiListener?.close();
    closeData();
    throw error;
  }
  const opened = { api: apiListener, control: controlListener };
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const controlUrl = `http://127.0.0.1:${opened.control.port}/_sandbox`;
  const applications = listApplications(state.db);
  let closed = false;
  return {
    url: `http://${host}:${opened.api.port}`,
    controlUrl,
    secretKey: applications[0]?.secretKey ?? '',
    keys: applications.map(({ secretKey }) => secretKey),
    applications,
    platformToken: platformToken(state.db),
    control: createControlClient(controlUrl),
    close: async () => {
      if (closed) return;
      closed = true;
      // Calls that still wait out their latency find it down, not without its data.
      current = 'destroyed';
      await Promise.all([opened.api.close(), opened.control.close()]);
      closeData();
    },
  };
};
