import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import { applyFault } from '../control/apply-fault';
import { pause } from '../control/pause';
import type { PlatformEnv } from '../platform/platform-env';
import { refusals } from '../rules/refusals';
import type { SandboxState } from '../sandbox-state';
import { answer } from './answer';
import { authenticate, authenticatePlatform } from './authenticate';
import { createScope } from './create-scope';
import type { SandboxEnv } from './sandbox-env';

/** The two APIs that share a socket: `/v1/platform` is the second's. */
export interface Apis {
  readonly backend: Hono<SandboxEnv>;
  readonly platform: Hono<PlatformEnv>;
}

/**
 * Serves one call of the Backend or the Platform API over a socket.
 *
 *     cut when down → wait (latency) → key → rate limit → fault → the API → logged
 */
export const serveCall =
  (state: SandboxState, apis: Apis) =>
  async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const { method } = c.req;
    const url = new URL(c.req.url);
    const path = url.pathname.slice('/v1'.length) || '/';
    const trace = { route: path };
    const log = (status: number | null, fault: string | null = null): void =>
      state.traffic.request({
        at: state.now(),
        method,
        path: path + url.search,
        route: trace.route,
        status,
        fault,
      });
    const cut = (fault: string | null = null): Response => {
      log(null, fault);
      c.env.outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    };

    const down = (): boolean => state.availability.current === 'destroyed';

    if (down()) return cut();
    const body = method === 'GET' || method === 'HEAD' ? null : await c.req.arrayBuffer();
    const wait = state.latency.draw();
    if (wait > 0) await pause(wait);
    if (down()) return cut();

    const header = c.req.header('authorization');
    const platform = path.startsWith('/platform/');
    const key = platform ? authenticatePlatform(state.db, header) : authenticate(state.db, header);
    if (!key.ok) {
      log(key.refusal.status);
      return answer(c, key);
    }
    const admission = state.rateLimiter.admit(key.value, state.now());
    if (!admission.admitted) {
      log(429);
      c.header('Retry-After', String(admission.retryAfter));
      return answer(c, refusals.rateLimited());
    }
    const target = new URL(path + url.search, url.origin);
    const run = async (): Promise<Response> => {
      const request = new Request(target, { method, headers: c.req.raw.headers, body });
      const scope = createScope(state, key.value, method, state.traffic.effect);
      return platform
        ? apis.platform.fetch(request, { scope, trace })
        : apis.backend.fetch(request, { scope, trace });
    };
    const hit = state.faults.take({ method, path, instance: key.value });
    if (hit === undefined) {
      const response = await run();
      log(response.status);
      return response;
    }
    const response = await applyFault({ fault: hit.fault, method, outgoing: c.env.outgoing, run });
    if (response === 'cut') return cut(hit.id);
    log(response.status, hit.id);
    return response;
  };
