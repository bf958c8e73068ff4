import { Hono } from 'hono';
import { withQuery } from '../kit/answer-with';
import { invitationQuery } from '../kit/invitation-query';
import type { SandboxEnv } from '../kit/sandbox-env';
import { listInvitations } from '../rules/list-invitations';

/** `/organization_invitations`: every invitation of the instance. */
export const instanceInvitationRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>().get('/', (c) =>
    withQuery(c, invitationQuery, (query) => listInvitations(c.env.scope, [], query, 'with organization')),
  );
