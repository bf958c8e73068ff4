import { Hono } from 'hono';
import { answer } from '../kit/answer';
import { invitationQuery } from '../kit/invitation-query';
import { readQuery } from '../kit/read-query';
import type { SandboxEnv } from '../kit/sandbox-env';
import { listInvitations } from '../rules/list-invitations';

/** `/organization_invitations`: every invitation of the instance. */
export const instanceInvitationRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>().get('/', (c) => {
    const query = readQuery(c, invitationQuery);
    return answer(c, query.ok ? listInvitations(c.env.scope, [], query.value, 'with organization') : query);
  });
