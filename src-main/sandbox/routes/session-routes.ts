import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withQuery } from '../kit/answer-with';
import { queryField } from '../kit/query-field';
import type { SandboxEnv } from '../kit/sandbox-env';
import { listSessions, revokeSession, showSession } from '../rules/sessions';

const statuses = ['abandoned', 'active', 'ended', 'expired', 'removed', 'replaced', 'revoked'] as const;

const query = z.object({
  // Since 2024-01-01 a client or a user must be named; clients are not kept here.
  user_id: queryField.text.pipe(z.string('Name a user_id.')),
  status: queryField.text.pipe(z.enum(statuses).optional()),
  limit: queryField.limit,
  offset: queryField.offset,
});

/** Sessions: list those of a person, get, revoke (spec: `/sessions`). */
export const sessionRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => withQuery(c, query, (asked) => listSessions(c.env.scope, asked)))
    .get('/:id', (c) => answer(c, showSession(c.env.scope, c.req.param('id'))))
    .post('/:id/revoke', (c) => answer(c, revokeSession(c.env.scope, c.req.param('id'))));
