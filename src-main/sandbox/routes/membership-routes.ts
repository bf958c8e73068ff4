import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../http/answer';
import { membershipOrder } from '../http/membership-order';
import { queryField } from '../http/query-field';
import { readBody } from '../http/read-body';
import { readQuery } from '../http/read-query';
import type { SandboxEnv } from '../http/sandbox-env';
import { findOrganization } from '../rules/find-organization';
import { listMemberships } from '../rules/list-memberships';
import { updateMembershipRole } from '../rules/update-membership-role';

const listQuery = z.object({
  user_id: queryField.list,
  email_address: queryField.list,
  phone_number: queryField.list,
  username: queryField.list,
  web3_wallet: queryField.list,
  role: queryField.list,
  query: queryField.text,
  email_address_query: queryField.text,
  phone_number_query: queryField.text,
  username_query: queryField.text,
  name_query: queryField.text,
  last_active_at_before: queryField.integer,
  last_active_at_after: queryField.integer,
  created_at_before: queryField.integer,
  created_at_after: queryField.integer,
  order_by: membershipOrder,
  limit: queryField.limit,
  offset: queryField.offset,
});

/** `/organizations/{organization_id}/memberships`: list, update the role. */
export const membershipRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/:organization/memberships', (c) => {
      const query = readQuery(c, listQuery);
      if (!query.ok) return answer(c, query);
      const organization = findOrganization(c.env.scope, c.req.param('organization'));
      if (!organization.ok) return answer(c, organization);
      const within = { sql: 't.organization_id = ?', values: [organization.value.id] };
      return answer(c, listMemberships(c.env.scope, [within], query.value));
    })
    .patch('/:organization/memberships/:user', async (c) => {
      const body = await readBody(c, z.object({ role: z.string() }));
      if (!body.ok) return answer(c, body);
      const { organization, user } = c.req.param();
      return answer(c, updateMembershipRole(c.env.scope, organization, user, body.value.role));
    });
