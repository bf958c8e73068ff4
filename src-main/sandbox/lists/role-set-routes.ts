import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody, withQuery } from '../kit/answer-with';
import { orderField } from '../kit/order-field';
import { queryField } from '../kit/query-field';
import type { SandboxEnv } from '../kit/sandbox-env';
import { contains } from '../rules/contains';
import { inData, selectRecords } from '../rules/small-list';
import { findRoleSet, roleSets, roleSetView, settled } from './role-sets';
import { addRoles, createRoleSet, replaceRole, replaceRoleSet, updateRoleSet } from './write-role-sets';

const query = z.object({
  query: queryField.text,
  order_by: orderField(
    { created_at: 't.created_at', name: inData('name'), key: inData('key') },
    '-created_at',
  ),
  limit: queryField.limit,
  offset: queryField.offset,
});

const draft = z.object({
  name: z.string().min(1).max(256),
  key: z.string().optional(),
  description: z.string().nullish(),
  default_role_key: z.string(),
  creator_role_key: z.string(),
  type: z.enum(['initial', 'custom']).optional(),
  roles: z.array(z.string()),
});

const patch = z.object({
  name: z.string().min(1).max(256).nullish(),
  key: z.string().nullish(),
  description: z.string().nullish(),
  type: z.enum(['initial']).nullish(),
  default_role_key: z.string().nullish(),
  creator_role_key: z.string().nullish(),
});

const added = z.object({
  role_keys: z.array(z.string()).min(1, 'Give at least one role.').max(10, 'Give at most 10 roles.'),
  default_role_key: z.string().optional(),
  creator_role_key: z.string().optional(),
});

/** `/role_sets`: list, create, get, update, replace; its roles: add, replace. There is no deletion. */
export const roleSetRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) =>
      withQuery(c, query, ({ query: text, order_by: orderBy, limit, offset }) => {
        const { scope } = c.env;
        const where = contains(text, (roleSets.searched ?? []).map(inData), ['t.id']);
        const { rows, total } = selectRecords(scope, roleSets, { where, orderBy, limit, offset });
        const data = rows.map((row) => roleSetView(settled(scope, row), scope));
        return { ok: true, value: { data, total_count: total } };
      }),
    )
    .post('/', (c) => withBody(c, draft, (body) => createRoleSet(c.env.scope, body)))
    .get('/:set', (c) =>
      answer(
        c,
        shown(findRoleSet(c.env.scope, c.req.param('set')), (record) => roleSetView(record, c.env.scope)),
      ),
    )
    .patch('/:set', (c) => withBody(c, patch, (body) => updateRoleSet(c.env.scope, c.req.param('set'), body)))
    .post('/:set/replace', (c) =>
      withBody(
        c,
        z.object({
          dest_role_set_key: z.string(),
          reassignment_mappings: z.record(z.string(), z.string()).nullish(),
        }),
        (body) => replaceRoleSet(c.env.scope, c.req.param('set'), body),
      ),
    )
    .post('/:set/roles', (c) => withBody(c, added, (body) => addRoles(c.env.scope, c.req.param('set'), body)))
    .post('/:set/roles/replace', (c) =>
      withBody(c, z.object({ role_key: z.string(), to_role_key: z.string() }), (body) =>
        replaceRole(c.env.scope, c.req.param('set'), body),
      ),
    );
