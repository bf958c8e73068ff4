import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { SandboxEnv } from '../http/sandbox-env';
import type { SandboxState } from '../sandbox-state';
import { controlBodies } from './control-bodies';
import { Fault } from './fault';
import { resetSandbox } from './reset-sandbox';
import { runEdits } from './run-edits';
import { sandboxReport } from './sandbox-report';

/** Decodes a control body and runs the action; 400 with what is wrong otherwise. An empty body counts as `{}`. */
const withBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  run: (body: z.output<Schema>) => Promise<object> | object,
): Promise<Response> => {
  const text = await c.req.text();
  let input: unknown;
  try {
    input = text === '' ? {} : JSON.parse(text);
  } catch {
    return c.json({ error: 'The body is not JSON.' }, 400);
  }
  const decoded = schema.safeParse(input);
  if (!decoded.success) return c.json({ error: decoded.error.issues }, 400);
  return c.json(await run(decoded.data));
};

/**
 * `/_sandbox`: what tests and the desktop app use to make the service misbehave. Mounted on loopback only.
 *
 * Requests with an `Origin` header are refused, so that a web page open on this machine cannot reach it.
 */
export const controlRoutes = (state: SandboxState, api: Hono<SandboxEnv>): Hono => {
  const { db, faults, latency, rateLimiter, reads, traffic, availability } = state;
  const setRevoked = (instance: string | undefined, at: number | null): object => {
    const changed =
      instance === undefined
        ? db.run('UPDATE secret_keys SET revoked_at = ?', [at])
        : db.run('UPDATE secret_keys SET revoked_at = ? WHERE instance = ?', [at, instance]);
    return { keys: changed };
  };
  const firstInstance = (): string =>
    db.first<{ id: string }>('SELECT id FROM instances ORDER BY id')?.id ?? '';
  const report = (): object => sandboxReport(state);
  const routes = new Hono();
  routes.use(async (c, next) =>
    c.req.header('origin') === undefined ? next() : c.json({ error: 'Not for web pages.' }, 403),
  );
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
    withBody(c, controlBodies.edit, async ({ instance = firstInstance(), edits }) => ({
      answers: await runEdits(state, api, instance, edits),
    })),
  );
  routes.post('/down', (c) =>
    withBody(c, controlBodies.down, async ({ mode }) => {
      await availability.set(mode);
      return { availability: availability.current };
    }),
  );
  routes.post('/up', async (c) => {
    await availability.set('up');
    return c.json({ availability: availability.current });
  });
  routes.put('/latency', (c) =>
    withBody(c, controlBodies.latency, (setting) => {
      latency.set(setting);
      return setting;
    }),
  );
  routes.get('/faults', (c) => c.json({ faults: faults.report() }));
  routes.post('/faults', (c) => withBody(c, Fault, (fault) => ({ id: faults.add(fault) })));
  routes.delete('/faults', (c) => {
    faults.clear();
    return c.json({ faults: [] });
  });
  routes.delete('/faults/:id', (c) => c.json({ removed: faults.remove(c.req.param('id')) }));
  routes.put('/rate-limit', (c) =>
    withBody(c, controlBodies.rateLimit, (limit) => {
      rateLimiter.set(limit);
      return limit;
    }),
  );
  routes.delete('/rate-limit', (c) => {
    rateLimiter.set(null);
    return c.json({ limit: null });
  });
  routes.put('/read-lag', (c) =>
    withBody(c, controlBodies.readLag, ({ ms }) => {
      reads.set(ms);
      return { ms };
    }),
  );
  routes.post('/keys/revoke', (c) =>
    withBody(c, controlBodies.keys, ({ instance }) => setRevoked(instance, state.now())),
  );
  routes.post('/keys/restore', (c) =>
    withBody(c, controlBodies.keys, ({ instance }) => setRevoked(instance, null)),
  );
  return routes;
};
