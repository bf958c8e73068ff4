import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withQuery } from '../kit/answer-with';
import { invitationQuery } from '../kit/invitation-query';
import { membershipOrder } from '../kit/membership-order';
import { orderField } from '../kit/order-field';
import { queryField } from '../kit/query-field';
import type { SandboxEnv } from '../kit/sandbox-env';
import { bothOfProvider, userFilters } from '../kit/user-filters';
import { countUsers } from '../rules/count-users';
import { findUser } from '../rules/find-user';
import { addressesOf } from '../rules/identified';
import { listInvitations } from '../rules/list-invitations';
import { listMemberships } from '../rules/list-memberships';
import { listUsers } from '../rules/list-users';
import { showUser } from '../views/user-views';

const listQuery = z
  .object({
    ...userFilters,
    order_by: orderField(
      {
        created_at: 't.created_at',
        updated_at: 't.updated_at',
        email_address: 't.email',
        web3wallet: 't.id',
        first_name: 't.first_name',
        last_name: 't.last_name',
        phone_number: 't.phone',
        username: 't.username',
        last_active_at: 't.last_active_at',
        last_sign_in_at: 't.last_sign_in_at',
      },
      '-created_at',
    ),
    limit: queryField.limit,
    offset: queryField.offset,
    starting_after: queryField.text,
  })
  .superRefine(bothOfProvider);

const countQuery = z.object(userFilters).superRefine(bothOfProvider);

const membershipsQuery = z.object({
  order_by: membershipOrder,
  limit: queryField.limit,
  offset: queryField.offset,
});

/** Reading users: list, count, get, and the memberships and invitations of one. */
export const userRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => withQuery(c, listQuery, (query) => listUsers(c.env.scope, query)))
    .get('/count', (c) => withQuery(c, countQuery, (query) => countUsers(c.env.scope, query)))
    .get('/:id', (c) => {
      const found = findUser(c.env.scope, c.req.param('id'));
      return answer(c, found.ok ? { ok: true, value: showUser(c.env.scope, found.value) } : found);
    })
    .get('/:id/organization_memberships', (c) =>
      withQuery(c, membershipsQuery, (query) => {
        const user = findUser(c.env.scope, c.req.param('id'));
        if (!user.ok) return user;
        const within = { sql: 't.user_id = ?', values: [user.value.id] };
        return listMemberships(c.env.scope, [within], query);
      }),
    )
    .get('/:id/organization_invitations', (c) =>
      withQuery(c, invitationQuery, (query) => {
        const user = findUser(c.env.scope, c.req.param('id'));
        if (!user.ok) return user;
        const addresses = JSON.stringify(addressesOf(c.env.scope, user.value));
        const within = { sql: 't.email IN (SELECT value FROM json_each(?))', values: [addresses] };
        return listInvitations(c.env.scope, [within], query, 'with organization');
      }),
    );
