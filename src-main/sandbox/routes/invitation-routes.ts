import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody, withQuery } from '../kit/answer-with';
import { bodyField } from '../kit/body-field';
import { invitationQuery } from '../kit/invitation-query';
import type { Outcome } from '../kit/outcome';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { createInvitations } from '../rules/create-invitations';
import { findInvitation } from '../rules/find-invitation';
import { findOrganization } from '../rules/find-organization';
import { type InvitationsQuery, listInvitations } from '../rules/list-invitations';
import { revokeInvitation } from '../rules/revoke-invitation';
import { invitationViews } from '../views/invitation-views';

const draftBody = z.object({
  email_address: bodyField.email,
  role: z.string(),
  inviter_user_id: z.string().nullish(),
  redirect_url: z.url().nullish(),
  expires_in_days: z.int().min(1).max(365).nullish(),
  notify: z.boolean().nullish(),
  public_metadata: bodyField.metadata,
  private_metadata: bodyField.metadata,
});

const listOf = (scope: Scope, organization: string, query: InvitationsQuery): Outcome<object> => {
  const found = findOrganization(scope, organization);
  if (!found.ok) return found;
  const within = { sql: 't.organization_id = ?', values: [found.value.id] };
  return listInvitations(scope, [within], query, 'plain');
};

/** `/organizations/{organization_id}/invitations`: list, pending, create, bulk, get, revoke. */
export const invitationRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/:organization/invitations', (c) =>
      withQuery(c, invitationQuery, (query) => listOf(c.env.scope, c.req.param('organization'), query)),
    )
    .get('/:organization/invitations/pending', (c) =>
      withQuery(c, invitationQuery, (query) =>
        listOf(c.env.scope, c.req.param('organization'), { ...query, status: ['pending'] }),
      ),
    )
    .post('/:organization/invitations', (c) =>
      withBody(c, draftBody, (body) =>
        shown(createInvitations(c.env.scope, c.req.param('organization'), [body]), (made) => made[0] ?? {}),
      ),
    )
    .post('/:organization/invitations/bulk', (c) =>
      withBody(c, z.array(draftBody).min(1, 'Give at least one invitation.'), (body) =>
        shown(createInvitations(c.env.scope, c.req.param('organization'), body), (made) => ({
          data: made,
          total_count: made.length,
        })),
      ),
    )
    .get('/:organization/invitations/:invitation', (c) => {
      const { organization, invitation } = c.req.param();
      const found = findInvitation(c.env.scope, organization, invitation);
      return answer(
        c,
        shown(found, (row) => invitationViews(c.env.scope, [row])[0] ?? {}),
      );
    })
    .post('/:organization/invitations/:invitation/revoke', (c) =>
      withBody(c, z.object({ requesting_user_id: z.string().nullish() }), (body) => {
        const { organization, invitation } = c.req.param();
        return revokeInvitation(c.env.scope, organization, invitation, body.requesting_user_id);
      }),
    );
