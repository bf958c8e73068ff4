import { Hono } from 'hono';
import { answer } from '../http/answer';
import { catalogQuery } from '../http/catalog-query';
import { invitationQuery } from '../http/invitation-query';
import { readQuery } from '../http/read-query';
import type { SandboxEnv } from '../http/sandbox-env';
import { listInvitations } from '../rules/list-invitations';
import { listPermissions } from '../rules/list-permissions';
import { listRoles } from '../rules/list-roles';

/** Lists over the whole instance: roles, permissions, invitations. */
export const catalogRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/organization_roles', (c) => {
      const query = readQuery(c, catalogQuery);
      return answer(c, query.ok ? listRoles(c.env.scope, query.value) : query);
    })
    .get('/organization_permissions', (c) => {
      const query = readQuery(c, catalogQuery);
      return answer(c, query.ok ? listPermissions(c.env.scope, query.value) : query);
    })
    .get('/organization_invitations', (c) => {
      const query = readQuery(c, invitationQuery);
      return answer(c, query.ok ? listInvitations(c.env.scope, [], query.value, 'with organization') : query);
    });
