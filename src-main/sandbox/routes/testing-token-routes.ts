import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { answer } from '../kit/answer';
import type { SandboxEnv } from '../kit/sandbox-env';

const livesSeconds = 3_600;

/** Tokens by which end-to-end tests get past the bot detection of sign-in pages (spec: `/testing_tokens`): of one second and instance the same. */
export const testingTokenRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>().post('/', (c) => {
    const { instance, now } = c.env.scope;
    const issued = Math.floor(now() / 1_000);
    const secret = createHash('sha256')
      .update(`${instance} ${issued}`)
      .digest('base64url')
      .replace(/\W/g, '0');
    const token = `${issued}-c_${secret.slice(0, 27)}`;
    return answer(c, {
      ok: true,
      value: { object: 'testing_token', token, expires_at: issued + livesSeconds },
    });
  });
