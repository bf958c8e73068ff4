import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody, withQuery } from '../kit/answer-with';
import { orderField } from '../kit/order-field';
import type { Outcome } from '../kit/outcome';
import { queryField } from '../kit/query-field';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { anyOf } from '../rules/conditions';
import { contains } from '../rules/contains';
import { findOrganization } from '../rules/find-organization';
import type { Condition } from '../rules/select-page';
import { inData, selectRecords } from '../rules/small-list';
import {
  createDomain,
  deleteDomain,
  domainViews,
  organizationDomains,
  updateDomain,
  verifyOwnership,
} from './organization-domains';

const modes = [
  'manual_invitation',
  'automatic_invitation',
  'automatic_suggestion',
  'enterprise_sso',
] as const;
const mode = z.enum(modes);
const domainName = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}$/i, 'name must be a domain such as example.com.');

/** Values to keep, and with a `-` before them values to leave out. */
const modeFilter = queryField.list.pipe(
  z.array(z.enum([...modes, ...modes.map((name) => `-${name}` as const)])).optional(),
);

const query = z.object({
  organization_id: queryField.text,
  verified: queryField.text.pipe(z.enum(['true', 'false']).optional()),
  enrollment_mode: modeFilter,
  query: queryField.text.pipe(z.string().trim().min(1, 'query must not be empty.').optional()),
  domains: queryField.list,
  order_by: orderField({ name: inData('name'), created_at: 't.created_at' }, '-created_at'),
  limit: queryField.limit,
  offset: queryField.offset,
});

const conditions = (asked: z.output<typeof query>): readonly Condition[] => {
  const { organization_id: owner, verified, enrollment_mode: wanted = [], query: text, domains } = asked;
  const kept = wanted.filter((name) => !name.startsWith('-'));
  const left = wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1));
  return [
    ...(owner === undefined ? [] : anyOf([owner], inData('organization_id'))),
    ...(verified === undefined
      ? []
      : [{ sql: `${inData('verified')} = ?`, values: [Number(verified === 'true')] }]),
    ...(kept.length === 0 ? [] : anyOf(kept, inData('enrollment_mode'))),
    ...left.map((name) => ({ sql: `${inData('enrollment_mode')} <> ?`, values: [name] })),
    ...(text?.startsWith('org_')
      ? anyOf([text], inData('organization_id'))
      : contains(text, [inData('name')])),
    ...anyOf(
      domains?.map((name) => name.toLowerCase()),
      inData('name'),
    ),
  ];
};

const listDomains = (scope: Scope, asked: z.output<typeof query>): Outcome<object> => {
  const { order_by: orderBy, limit, offset } = asked;
  const page = { where: conditions(asked), orderBy, limit, offset };
  const { rows, total } = selectRecords(scope, organizationDomains, page);
  return { ok: true, value: { data: domainViews(scope, rows), total_count: total } };
};

/** `/organization_domains`: all of the instance. */
export const instanceDomainRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>().get('/', (c) => withQuery(c, query, (asked) => listDomains(c.env.scope, asked)));

/** `/organizations/{organization_id}/domains`: list, create, update, delete, verify ownership. */
export const organizationDomainRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/:organization/domains', (c) =>
      withQuery(c, query, (asked) => {
        const found = findOrganization(c.env.scope, c.req.param('organization'));
        return found.ok ? listDomains(c.env.scope, { ...asked, organization_id: found.value.id }) : found;
      }),
    )
    .post('/:organization/domains', (c) =>
      withBody(
        c,
        z.object({ name: domainName, enrollment_mode: mode, verified: z.boolean().nullish() }),
        (draft) => createDomain(c.env.scope, c.req.param('organization'), draft),
      ),
    )
    .patch('/:organization/domains/:domain', (c) =>
      withBody(c, z.object({ enrollment_mode: mode.nullish(), verified: z.boolean().nullish() }), (patch) =>
        updateDomain(c.env.scope, c.req.param(), patch),
      ),
    )
    .delete('/:organization/domains/:domain', (c) => answer(c, deleteDomain(c.env.scope, c.req.param())))
    .post('/:organization/domains/:domain/verify_ownership', (c) =>
      answer(c, verifyOwnership(c.env.scope, c.req.param())),
    );
