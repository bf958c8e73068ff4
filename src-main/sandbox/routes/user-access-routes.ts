import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { readBody } from '../kit/read-body';
import type { SandboxEnv } from '../kit/sandbox-env';
import { setUserFlags } from '../rules/set-user-flags';

type Flags = Parameters<typeof setUserFlags>[2];

const bulkBody = z.object({ user_ids: z.array(z.string()).min(1, 'Give at least one user.') });

const setMany = async (c: Context<SandboxEnv>, flags: Flags): Promise<Response> => {
  const body = await readBody(c, bulkBody);
  return answer(c, body.ok ? setUserFlags(c.env.scope, body.value.user_ids, flags) : body);
};

const setOne = (c: Context<SandboxEnv>, flags: Flags): Response => {
  const set = setUserFlags(c.env.scope, [c.req.param('id') ?? ''], flags);
  return answer(c, set.ok ? { ok: true, value: set.value[0] ?? {} } : set);
};

/** Ban, unban, lock, unlock; ban and unban also in bulk (at most 50). */
export const userAccessRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .post('/ban', (c) => setMany(c, { banned: 1 }))
    .post('/unban', (c) => setMany(c, { banned: 0 }))
    .post('/:id/ban', (c) => setOne(c, { banned: 1 }))
    .post('/:id/unban', (c) => setOne(c, { banned: 0 }))
    .post('/:id/lock', (c) => setOne(c, { locked: 1 }))
    .post('/:id/unlock', (c) => setOne(c, { locked: 0 }));
