import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { listApplications } from '../database/list-applications';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { SandboxState } from '../sandbox-state';
import { explainMisfit } from '../weather/explain-misfit';
import { Fault } from '../weather/fault';
import { controlBodies } from './control-bodies';
import { runEdits } from './run-edits';
import { sandboxReport } from './sandbox-report';

/**
 * Puts a sandbox back to its start: no faults, latency, lag or counts, keys valid, and (unless told to keep it) the
 * data as seeded.
 */
const resetSandbox = (state: SandboxState, data: 'reseed' | 'keep'): void => {
  state.faults.clear();
  state.traffic.clear();
  state.traces.clear();
  state.latency.set({ fixedMs: 0, jitterMs: 0, seed: 1 });
  state.rateLimiter.set(state.startingLimits);
  state.reads.set(0);
  state.clock.reset();
  state.db.run('UPDATE secret_keys SET revoked_at = NULL');
  if (data === 'reseed') state.reseed();
};

/** Decodes a control body and runs the action; 400 with what is wrong and what is possible otherwise. */
const withBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  run: (body: z.output<Schema>) => Promise<object> | object | Response,
): Promise<Response> => {
  const text = await c.req.text();
  let input: unknown;
  try {
    input = text === '' ? {} : JSON.parse(text);
  } catch {
    return c.json({ error: 'The body is not JSON.' }, 400);
  }
  const decoded = schema.safeParse(input);
  if (!decoded.success) return c.json({ error: explainMisfit(schema, input, decoded.error) }, 400);
  const done = await run(decoded.data);
  return done instanceof Response ? done : c.json(done);
};

/**
 * `/_sandbox`: what tests and the desktop app use to make the service misbehave. Mounted on loopback only.
 *
 * Requests with an `Origin` header are refused, so that a web page open on this machine cannot reach it.
 */
export const controlRoutes = (state: SandboxState, api: Hono<SandboxEnv>): Hono => {
  const { db, clock, faults, latency, rateLimiter, reads, traffic, availability } = state;
  const setRevoked = (instance: string | undefined, at: number | null): object => {
    const changed =
      instance === undefined
        ? db.run('UPDATE secret_keys SET revoked_at = ?', [at])
        : db.run('UPDATE secret_keys SET revoked_at = ? WHERE instance = ?', [at, instance]);
    return { keys: changed };
  };
  const firstInstance = (): string => listApplications(db)[0]?.instance ?? '';
  /** 400 for an instance that is none. */
  const stranger = (c: Context, instance: string | undefined): Response | undefined => {
    const known = listApplications(db).map((each) => each.instance);
    if (instance === undefined || known.includes(instance)) return undefined;
    return c.json({ error: `There is no instance ${instance}. Possible: ${known.join(', ')}.` }, 400);
  };
  const report = (): object => sandboxReport(state);
  const routes = new Hono();
  routes.use(async (c, next) =>
    c.req.header('origin') === undefined ? next() : c.json({ error: 'Not for web pages.' }, 403),
  );
  routes.use(async (c, next) => {
    const [strange] = Object.keys(c.req.query());
    return strange === undefined
      ? next()
      : c.json({ error: `Unknown parameter "${strange}". Possible: none.` }, 400);
  });
  routes.get('/state', (c) => c.json(report()));
  routes.get('/requests', (c) => c.json({ requests: traffic.entries() }));
  routes.post('/reset', (c) =>
    withBody(c, controlBodies.reset, async ({ data }) => {
      await availability.set('up');
      resetSandbox(state, data);
      return report();
    }),
  );
  routes.post('/edit', (c) =>
    withBody(
      c,
      controlBodies.edit,
      async ({ instance = firstInstance(), edits }) =>
        stranger(c, instance) ?? { answers: await runEdits(state, api, instance, edits) },
    ),
  );
  routes.post('/down', (c) =>
    withBody(c, controlBodies.down, async ({ mode }) => {
      await availability.set(mode);
      return { availability: availability.current };
    }),
  );
  routes.post('/up', (c) =>
    withBody(c, controlBodies.up, async () => {
      await availability.set('up');
      return { availability: availability.current };
    }),
  );
  routes.put('/latency', (c) =>
    withBody(c, controlBodies.latency, (setting) => {
      latency.set(setting);
      return setting;
    }),
  );
  routes.get('/clock', (c) => c.json(clock.view()));
  routes.put('/clock', (c) => withBody(c, controlBodies.clock, clock.set));
  routes.get('/faults', (c) => c.json({ faults: faults.report() }));
  routes.post('/faults', (c) =>
    withBody(c, Fault, (fault) => stranger(c, fault.match.instance) ?? { id: faults.add(fault) }),
  );
  routes.delete('/faults', (c) => {
    faults.clear();
    return c.json({ faults: [] });
  });
  routes.delete('/faults/:id', (c) => {
    const id = c.req.param('id');
    return faults.remove(id) ? c.json({ removed: true }) : c.json({ error: `There is no fault ${id}.` }, 404);
  });
  routes.put('/rate-limit', (c) =>
    withBody(c, controlBodies.rateLimit, ({ limit, windowMs, endpoints }) => {
      const instances = limit === undefined ? ('own' as const) : { limit, windowMs };
      rateLimiter.set({ instances, endpoints });
      return rateLimiter.current();
    }),
  );
  routes.delete('/rate-limit', (c) => {
    rateLimiter.set({ instances: null, endpoints: false });
    return c.json(rateLimiter.current());
  });
  routes.put('/read-lag', (c) =>
    withBody(c, controlBodies.readLag, ({ ms }) => {
      reads.set(ms);
      return { ms };
    }),
  );
  routes.post('/keys/revoke', (c) =>
    withBody(
      c,
      controlBodies.keys,
      ({ instance }) => stranger(c, instance) ?? setRevoked(instance, state.clock.now()),
    ),
  );
  routes.post('/keys/restore', (c) =>
    withBody(c, controlBodies.keys, ({ instance }) => stranger(c, instance) ?? setRevoked(instance, null)),
  );
  const calls = routes.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  routes.all('*', (c) => {
    const path = c.req.path.replace(/^\/_sandbox/, '');
    return c.json({ error: `There is no ${c.req.method} ${path}. Possible: ${calls.join(', ')}.` }, 404);
  });
  return routes;
};
