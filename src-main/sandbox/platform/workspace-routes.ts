import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withQuery } from '../kit/answer-with';
import type { Outcome } from '../kit/outcome';
import { queryField } from '../kit/query-field';
import { readBody } from '../kit/read-body';
import { cancelIntent, createIntent, domainIntents, intentView } from './domain-intents';
import { domainName, proxyPath } from './domain-name';
import type { DomainRow } from './domain-row';
import { workspaceDomainView } from './domain-views';
import type { PlatformEnv } from './platform-env';
import { cursorQuery, pageOf } from './platform-records';
import { platformRefusals } from './platform-refusals';
import { cancelTransfer, createTransfer, showTransfer, transfersShown } from './transfers';

const states = <const S extends readonly [string, ...string[]]>(names: S) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.enum(names)).default([]),
  );

const domainsQuery = z.object({
  ...cursorQuery,
  name: queryField.text,
  include_development: z.preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z.enum(['true']).optional(),
  ),
});
const intentsQuery = z.object({
  ...cursorQuery,
  name: queryField.text,
  status: states(['pending', 'completed', 'expired', 'canceled']),
});
const transfersQuery = z.object({
  ...cursorQuery,
  status: states(['pending', 'completed', 'canceled', 'expired']),
});

const allDomains = `SELECT d.* FROM domains d JOIN instances i ON i.id = d.instance`;

const made = (c: Context, outcome: Outcome<object>): Response =>
  outcome.ok ? c.json(outcome.value, 201) : answer(c, outcome);

/** What belongs to the whole workspace: all domains, intents of domains, transfers of applications. */
export const workspaceRoutes = (): Hono<PlatformEnv> =>
  new Hono<PlatformEnv>()
    .get('/domains', (c) =>
      withQuery(c, domainsQuery, ({ name, include_development: also, ...cursor }) => {
        const { scope } = c.env;
        const rows = scope.db.all<DomainRow>(
          `${allDomains} WHERE (? = '' OR d.name = ?) AND (i.environment_type = 'production' OR ?)
               ORDER BY d.created_at DESC, d.id DESC`,
          [name ?? '', name ?? '', also === 'true' ? 1 : 0],
        );
        return shown(pageOf(rows, cursor), (page) => ({
          data: page.rows.map((row) => workspaceDomainView(scope, row)),
          total_count: page.total,
        }));
      }),
    )
    .get('/domains/:domain', (c) => {
      const name = c.req.param('domain');
      const { scope } = c.env;
      const row = scope.db.first<DomainRow>(`${allDomains} WHERE d.id = ? OR d.name = ?`, [name, name]);
      return answer(
        c,
        row === undefined
          ? platformRefusals.recordNotFound(name)
          : { ok: true, value: workspaceDomainView(scope, row) },
      );
    })
    .get('/domain_intents', (c) =>
      withQuery(c, intentsQuery, ({ name, status, ...cursor }) => {
        const all = domainIntents
          .all(c.env.scope)
          .filter(({ data }) => name === undefined || data.name === name)
          .filter(({ data }) => status.length === 0 || status.includes(data.status));
        return shown(pageOf(all, cursor), ({ rows, total }) => ({
          data: rows.map(intentView),
          total_count: total,
        }));
      }),
    )
    .post('/domain_intents', async (c) => {
      const body = await readBody(
        c,
        z.strictObject({ name: domainName('name'), proxy_path: proxyPath.optional() }),
      );
      return body.ok ? made(c, createIntent(c.env.scope, body.value)) : answer(c, body);
    })
    .get('/domain_intents/:intent', (c) =>
      answer(c, shown(domainIntents.find(c.env.scope, c.req.param('intent')), intentView)),
    )
    .delete('/domain_intents/:intent', (c) => answer(c, cancelIntent(c.env.scope, c.req.param('intent'))))
    .get('/application_transfers', (c) =>
      withQuery(c, transfersQuery, ({ status, ...cursor }) =>
        shown(pageOf(transfersShown(c.env.scope, status), cursor), ({ rows, total }) => ({
          data: rows.map(({ view }) => view),
          total_count: total,
        })),
      ),
    )
    .post('/applications/:application/transfers', (c) =>
      made(c, createTransfer(c.env.scope, c.req.param('application'))),
    )
    .get('/applications/:application/transfers/:transfer', (c) => {
      const { application, transfer } = c.req.param();
      return answer(c, showTransfer(c.env.scope, application, transfer));
    })
    .delete('/applications/:application/transfers/:transfer', (c) => {
      const { application, transfer } = c.req.param();
      return answer(c, cancelTransfer(c.env.scope, application, transfer));
    })
    // The sandbox has no applications without an account: no token is ever good.
    .post('/accountless_applications/claim', async (c) => {
      const body = await readBody(
        c,
        z.strictObject({ token: z.string().min(1), name: z.string().min(1).max(50) }),
      );
      return answer(c, body.ok ? platformRefusals.recordNotFound('this claim token') : body);
    });
