import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { bodyField } from '../kit/body-field';
import { membershipOrder } from '../kit/membership-order';
import { queryField } from '../kit/query-field';
import { readBody } from '../kit/read-body';
import { readQuery } from '../kit/read-query';
import type { SandboxEnv } from '../kit/sandbox-env';
import { createMembership } from '../rules/create-membership';
import { deleteMembership } from '../rules/delete-membership';
import { findOrganization } from '../rules/find-organization';
import { listMemberships } from '../rules/list-memberships';
import { setMembershipMetadata } from '../rules/set-membership-metadata';
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

/** Body of the PATCH. */
export const membershipPatch = z.object({ role: z.string() });

const draftBody = z.object({
  user_id: z.string(),
  role: z.string(),
  public_metadata: bodyField.metadata,
  private_metadata: bodyField.metadata,
});

/** `/organizations/{organization_id}/memberships`: list, add, update the role and the metadata, remove. */
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
    .post('/:organization/memberships', async (c) => {
      const body = await readBody(c, draftBody);
      return answer(
        c,
        body.ok ? createMembership(c.env.scope, c.req.param('organization'), body.value) : body,
      );
    })
    .patch('/:organization/memberships/:user/metadata', async (c) => {
      const body = await readBody(c, bodyField.metadataPatch);
      if (!body.ok) return answer(c, body);
      const { organization, user } = c.req.param();
      return answer(c, setMembershipMetadata(c.env.scope, organization, user, body.value));
    })
    .delete('/:organization/memberships/:user', (c) => {
      const { organization, user } = c.req.param();
      return answer(c, deleteMembership(c.env.scope, organization, user));
    })
    .patch('/:organization/memberships/:user', async (c) => {
      const body = await readBody(c, membershipPatch);
      if (!body.ok) return answer(c, body);
      const { organization, user } = c.req.param();
      return answer(c, updateMembershipRole(c.env.scope, organization, user, body.value.role));
    });
