import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import { refused } from '../kit/answer';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import { traceHeader } from '../kit/trace';
import type { PlatformEnv } from '../platform/platform-env';
import type { SandboxState } from '../sandbox-state';
import { applyFault } from '../weather/apply-fault';
import { pause } from '../weather/pause';
import { authenticate, authenticatePlatform } from './authenticate';
import { createScope } from './create-scope';

/** The two APIs that share a socket: `/v1/platform` is the second's. */
export interface Apis {
  readonly backend: Hono<SandboxEnv>;
  readonly platform: Hono<PlatformEnv>;
}

type Call = Context<{ Bindings: HttpBindings }>;

/** Serves one call of the Backend or the Platform API over a socket; every answer carries its trace id, and the time by the sandbox's clock. */
export const serveCall = (state: SandboxState, apis: Apis) => {
  const serve = server(state, apis);
  return async (c: Call): Promise<Response> => {
    const id = state.traces.next();
    const response = await serve(c, id);
    if (response !== RESPONSE_ALREADY_SENT) {
      response.headers.set(traceHeader, id);
      response.headers.set('Date', new Date(state.clock.now()).toUTCString());
    }
    return response;
  };
};

/** `/elsewhere`: the service has nothing beside `/v1`. */
const outside = refusals.notFound('The requested endpoint does not exist.');

/**
 *     cut when down → wait (latency) → key → rate limit → fault → the API → logged
 */
const server =
  (state: SandboxState, apis: Apis) =>
  async (c: Call, id: string): Promise<Response> => {
    const { method } = c.req;
    const url = new URL(c.req.url);
    if (!url.pathname.startsWith('/v1/')) return refused(c, outside.refusal, id);
    const path = url.pathname.slice('/v1'.length);
    const trace = { route: path, id };
    const log = (status: number | null, fault: string | null = null): void =>
      state.traffic.request({
        at: state.clock.now(),
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
    const key = platform
      ? authenticatePlatform(state.db, header)
      : authenticate(state.db, header, state.clock.now());
    if (!key.ok) {
      log(key.refusal.status);
      return refused(c, key.refusal, id);
    }
    const admission = state.rateLimiter.admit({ instance: key.value, method, path }, state.real());
    if (!admission.admitted) {
      log(429);
      c.header('Retry-After', String(admission.retryAfter));
      return refused(c, refusals.rateLimited().refusal, id);
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
    const response = await applyFault({
      fault: hit.fault,
      method,
      outgoing: c.env.outgoing,
      traceId: id,
      run,
    });
    if (response === 'cut') return cut(hit.id);
    log(response.status, hit.id);
    return response;
  };
