import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown } from '../kit/answer-with';
import type { Outcome } from '../kit/outcome';
import { readBody } from '../kit/read-body';
import type { Scope } from '../kit/scope';
import { domainName, proxyPath } from './domain-name';
import { domainStatus, domainView } from './domain-views';
import {
  checkDomain,
  createDomain,
  deleteDomain,
  findDomain,
  listDomains,
  setPrimaryDomain,
} from './domains';
import type { PlatformEnv } from './platform-env';
import { platformRefusals } from './platform-refusals';
import { findApplication, instanceScope } from './platform-scope';

const primaryBody = z.object({ name: domainName('name'), proxy_path: proxyPath.optional() });
const draftBody = primaryBody.extend({ domain_intent_id: z.string().optional() });

/** Runs an operation in the production instance: domains belong to it. Refuses with 404 and 422. */
const production = (
  c: Context<PlatformEnv>,
  application: string,
  run: (scope: Scope) => Outcome<object>,
): Outcome<object> => {
  const found = findApplication(c.env.scope, application);
  if (!found.ok) return found;
  const scope = instanceScope(c.env.scope, application, 'production');
  return scope.ok ? run(scope.value) : platformRefusals.noProduction();
};

/** The same with the domain that the path names. */
const withDomain = (
  c: Context<PlatformEnv>,
  run: (scope: Scope, domain: string) => Outcome<object>,
): Response => {
  const application = c.req.param('application') ?? '';
  return answer(
    c,
    production(c, application, (scope) => run(scope, c.req.param('domain') ?? '')),
  );
};

/** `/platform/applications/{id}/domains`: list, add, get, remove, status, check; `/domain`: which is the primary one. */
export const domainRoutes = (): Hono<PlatformEnv> =>
  new Hono<PlatformEnv>()
    .patch('/:application/domain', async (c) => {
      const body = await readBody(c, primaryBody);
      if (!body.ok) return answer(c, body);
      return answer(
        c,
        production(c, c.req.param('application'), (scope) => setPrimaryDomain(scope, body.value)),
      );
    })
    .get('/:application/domains', (c) => {
      const { application } = c.req.param();
      const scope = instanceScope(c.env.scope, application, 'production');
      if (scope.ok) return answer(c, listDomains(scope.value));
      const found = findApplication(c.env.scope, application);
      return answer(c, found.ok ? { ok: true, value: { data: [], total_count: 0 } } : found);
    })
    .post('/:application/domains', async (c) => {
      const body = await readBody(c, draftBody);
      if (!body.ok) return answer(c, body);
      const made = production(c, c.req.param('application'), (scope) => createDomain(scope, body.value));
      return made.ok ? c.json(made.value, 201) : answer(c, made);
    })
    .get('/:application/domains/:domain', (c) =>
      withDomain(c, (scope, id) => shown(findDomain(scope, id), domainView)),
    )
    .delete('/:application/domains/:domain', (c) => withDomain(c, deleteDomain))
    .get('/:application/domains/:domain/status', (c) =>
      withDomain(c, (scope, id) => shown(findDomain(scope, id), domainStatus)),
    )
    .post('/:application/domains/:domain/dns_check', (c) => withDomain(c, checkDomain));
