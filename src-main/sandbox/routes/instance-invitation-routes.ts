import { Hono } from 'hono';
import { answer } from '../http/answer';
import { invitationQuery } from '../http/invitation-query';
import { readQuery } from '../http/read-query';
import type { SandboxEnv } from '../http/sandbox-env';
import { listInvitations } from '../rules/list-invitations';

/** `/organization_invitations`: every invitation of the instance. */
export const instanceInvitationRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>().get('/', (c) => {
    const query = readQuery(c, invitationQuery);
    return answer(c, query.ok ? listInvitations(c.env.scope, [], query.value, 'with organization') : query);
  });
