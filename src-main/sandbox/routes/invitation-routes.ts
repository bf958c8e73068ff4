import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { bodyField } from '../kit/body-field';
import { invitationQuery } from '../kit/invitation-query';
import { readBody } from '../kit/read-body';
import { readQuery } from '../kit/read-query';
import type { SandboxEnv } from '../kit/sandbox-env';
import { createInvitations } from '../rules/create-invitations';
import { findInvitation } from '../rules/find-invitation';
import { findOrganization } from '../rules/find-organization';
import { listInvitations } from '../rules/list-invitations';
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

/** `/organizations/{organization_id}/invitations`: list, pending, create, bulk, get, revoke. */
export const invitationRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/:organization/invitations', (c) => {
      const query = readQuery(c, invitationQuery);
      if (!query.ok) return answer(c, query);
      const found = findOrganization(c.env.scope, c.req.param('organization'));
      if (!found.ok) return answer(c, found);
      const within = { sql: 't.organization_id = ?', values: [found.value.id] };
      return answer(c, listInvitations(c.env.scope, [within], query.value, 'plain'));
    })
    .get('/:organization/invitations/pending', (c) => {
      const query = readQuery(c, invitationQuery);
      if (!query.ok) return answer(c, query);
      const found = findOrganization(c.env.scope, c.req.param('organization'));
      if (!found.ok) return answer(c, found);
      const within = { sql: 't.organization_id = ?', values: [found.value.id] };
      return answer(
        c,
        listInvitations(c.env.scope, [within], { ...query.value, status: ['pending'] }, 'plain'),
      );
    })
    .post('/:organization/invitations', async (c) => {
      const body = await readBody(c, draftBody);
      if (!body.ok) return answer(c, body);
      const made = createInvitations(c.env.scope, c.req.param('organization'), [body.value]);
      return answer(c, made.ok ? { ok: true, value: made.value[0] ?? {} } : made);
    })
    .post('/:organization/invitations/bulk', async (c) => {
      const body = await readBody(c, z.array(draftBody).min(1, 'Give at least one invitation.'));
      if (!body.ok) return answer(c, body);
      const made = createInvitations(c.env.scope, c.req.param('organization'), body.value);
      return answer(
        c,
        made.ok ? { ok: true, value: { data: made.value, total_count: made.value.length } } : made,
      );
    })
    .get('/:organization/invitations/:invitation', (c) => {
      const { organization, invitation } = c.req.param();
      const found = findInvitation(c.env.scope, organization, invitation);
      return answer(
        c,
        found.ok ? { ok: true, value: invitationViews(c.env.scope, [found.value])[0] ?? {} } : found,
      );
    })
    .post('/:organization/invitations/:invitation/revoke', async (c) => {
      const body = await readBody(c, z.object({ requesting_user_id: z.string().nullish() }));
      if (!body.ok) return answer(c, body);
      const { organization, invitation } = c.req.param();
      return answer(
        c,
        revokeInvitation(c.env.scope, organization, invitation, body.value.requesting_user_id),
      );
    });
