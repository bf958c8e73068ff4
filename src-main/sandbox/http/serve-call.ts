import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import { applyFault } from '../control/apply-fault';
import { pause } from '../control/pause';
import { refusals } from '../rules/refusals';
import type { SandboxState } from '../sandbox-state';
import { answer } from './answer';
import { authenticate } from './authenticate';
import { createScope } from './create-scope';
import type { SandboxEnv } from './sandbox-env';

/**
 * Serves one call of the Backend API over a socket.
 *
 *     cut when down → wait (latency) → key → rate limit → fault → the API → logged
 */
export const serveCall =
  (state: SandboxState, api: Hono<SandboxEnv>) =>
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

    const key = authenticate(state.db, c.req.header('authorization'));
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
      return api.fetch(request, {
        scope: createScope(state, key.value, method, state.traffic.effect),
        trace,
      });
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
