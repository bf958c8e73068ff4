import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody, withQuery } from '../kit/answer-with';
import { bodyField } from '../kit/body-field';
import { membershipOrder } from '../kit/membership-order';
import { queryField } from '../kit/query-field';
import type { SandboxEnv } from '../kit/sandbox-env';
import { memberFilters } from '../kit/user-filters';
import type { MembershipKey } from '../rules/change-membership';
import { createMembership } from '../rules/create-membership';
import { deleteMembership } from '../rules/delete-membership';
import { findOrganization } from '../rules/find-organization';
import { listMemberships } from '../rules/list-memberships';
import { setMembershipMetadata } from '../rules/set-membership-metadata';
import { updateMembershipRole } from '../rules/update-membership-role';

const listQuery = z.object({
  ...memberFilters,
  role: queryField.list,
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

/** The parts of the path that name a membership. */
const keyOf = (request: { readonly param: (name: string) => string | undefined }): MembershipKey => ({
  organizationId: request.param('organization') ?? '',
  userId: request.param('user') ?? '',
});

/** `/organizations/{organization_id}/memberships`: list, add, update the role and the metadata, remove. */
export const membershipRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/:organization/memberships', (c) =>
      withQuery(c, listQuery, (query) => {
        const organization = findOrganization(c.env.scope, c.req.param('organization'));
        if (!organization.ok) return organization;
        const within = { sql: 't.organization_id = ?', values: [organization.value.id] };
        return listMemberships(c.env.scope, [within], query);
      }),
    )
    .post('/:organization/memberships', (c) =>
      withBody(c, draftBody, (body) => createMembership(c.env.scope, c.req.param('organization'), body)),
    )
    .patch('/:organization/memberships/:user/metadata', (c) =>
      withBody(c, bodyField.metadataPatch, (body) => setMembershipMetadata(c.env.scope, keyOf(c.req), body)),
    )
    .delete('/:organization/memberships/:user', (c) => {
      const { organization, user } = c.req.param();
      return answer(c, deleteMembership(c.env.scope, organization, user));
    })
    .patch('/:organization/memberships/:user', (c) =>
      withBody(c, membershipPatch, (body) => updateMembershipRole(c.env.scope, keyOf(c.req), body.role)),
    );
