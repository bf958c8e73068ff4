import { Hono } from 'hono';
import { z } from 'zod';
import { withQuery } from '../kit/answer-with';
import { membershipOrder } from '../kit/membership-order';
import { queryField } from '../kit/query-field';
import type { SandboxEnv } from '../kit/sandbox-env';
import { listMemberships } from '../rules/list-memberships';

const listQuery = z.object({
  order_by: membershipOrder,
  limit: queryField.limit,
  offset: queryField.offset,
});

/** `/organization_memberships`: every membership of the instance; order and paging only. */
export const instanceMembershipRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>().get('/', (c) =>
    withQuery(c, listQuery, (query) => listMemberships(c.env.scope, [], query)),
  );
