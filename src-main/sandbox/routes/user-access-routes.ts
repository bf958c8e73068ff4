import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { UserRow } from '../database/rows';
import { answer } from '../kit/answer';
import type { Outcome } from '../kit/outcome';
import { readBody } from '../kit/read-body';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import { changeUser } from '../rules/change-user';
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

/** Changes columns of one user. */
const set = (c: Context<SandboxEnv>, columns: Partial<UserRow>): Outcome<object> =>
  changeUser(c.env.scope, c.req.param('id') ?? '', () => ({ ok: true, value: columns }));

/** Only the id comes back (spec: `DisableMFA`). */
const disableMfa = (c: Context<SandboxEnv>): Response => {
  const done = set(c, { two_factor_enabled: 0 });
  return answer(c, done.ok ? { ok: true, value: { user_id: c.req.param('id') ?? '' } } : done);
};

/** Passwords are not kept here: only that there is one. */
const compromised = (c: Context<SandboxEnv>): Response =>
  answer(
    c,
    changeUser(c.env.scope, c.req.param('id') ?? '', ({ password_enabled }) =>
      password_enabled === 1
        ? { ok: true, value: {} }
        : refusals.paramInvalid('password', 'The user has no password.'),
    ),
  );

/** Ban, unban, lock, unlock; ban and unban also in bulk (at most 50); second factors, passwords. */
export const userAccessRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .post('/ban', (c) => setMany(c, { banned: 1 }))
    .post('/unban', (c) => setMany(c, { banned: 0 }))
    .post('/:id/ban', (c) => setOne(c, { banned: 1 }))
    .post('/:id/unban', (c) => setOne(c, { banned: 0 }))
    .post('/:id/lock', (c) => setOne(c, { locked: 1 }))
    .post('/:id/unlock', (c) => setOne(c, { locked: 0 }))
    .delete('/:id/mfa', disableMfa)
    .post('/:id/remove_password', (c) => answer(c, set(c, { password_enabled: 0 })))
    .post('/:id/password/set_compromised', compromised)
    .post('/:id/password/unset_compromised', compromised);
