import { Hono } from 'hono';
import { z } from 'zod';
import { withBody } from '../kit/answer-with';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { smallListRoutes } from '../routes/small-list-routes';
import { findRecord, recordsWith, type SmallList, type SmallRecord } from '../rules/small-list';

export interface InstanceDomain {
  readonly name: string;
  readonly is_satellite: boolean;
  readonly proxy_url: string | null;
}

const list: SmallList<InstanceDomain> = {
  kind: 'domain',
  prefix: 'dmn',
  mark: ({ name }) => name,
  notFound: 'The domain was not found.',
};

const targets = [
  ['clerk', 'frontend-api.clerk.services'],
  ['accounts', 'accounts.clerk.services'],
  ['clkmail', 'mail.clerk.services'],
  ['clk._domainkey', 'dkim1.clerk.services'],
  ['clk2._domainkey', 'dkim2.clerk.services'],
] as const;

/** Spec: `components/schemas/Domain`. A satellite needs a record for its API only; behind a proxy none is needed. */
const view = ({ id, data }: SmallRecord<InstanceDomain>) => ({
  object: 'domain',
  id,
  ...data,
  frontend_api_url: data.proxy_url ?? `https://clerk.${data.name}`,
  accounts_portal_url: data.is_satellite ? null : `https://accounts.${data.name}`,
  development_origin: '',
  cname_targets: targets
    .slice(0, data.is_satellite ? 1 : targets.length)
    .map(([host, value]) => ({ host: `${host}.${data.name}`, value, required: data.proxy_url === null })),
});

const name = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'name must be a fully qualified domain name.');
const proxy = z
  .string()
  .regex(/^https:\/\/\S+$/, 'proxy_url must be a full URL.')
  .nullish();
const draft = z.object({ name, is_satellite: z.literal(true), proxy_url: proxy });
const patch = z.strictObject({ name: name.nullish(), proxy_url: proxy, is_secondary: z.boolean().nullish() });

const free = (scope: Scope, wanted: string, self = ''): Outcome<null> =>
  recordsWith(scope, list, 'name', wanted).some(({ id }) => id !== self)
    ? refusals.identifierExists('name')
    : { ok: true, value: null };

/** `/domains`: list (whole), add a satellite, update, delete (satellites only). */
export const instanceDomainsRoutes = () =>
  smallListRoutes({
    list,
    view,
    shape: 'whole',
    draft,
    make: (scope, { name: wanted, proxy_url = null }) => {
      const taken = free(scope, wanted);
      return taken.ok
        ? { ok: true, value: { data: { name: wanted, is_satellite: true, proxy_url } } }
        : taken;
    },
    edit: {
      patch,
      apply: (scope, { id, data }, words) => {
        const taken = free(scope, words.name ?? data.name, id);
        if (!taken.ok) return taken;
        const proxy_url = words.proxy_url === undefined ? data.proxy_url : words.proxy_url;
        return { ok: true, value: { ...data, name: words.name ?? data.name, proxy_url } };
      },
    },
    remove: {
      object: 'domain',
      refuse: ({ data }) => (data.is_satellite ? { ok: true, value: null } : refusals.primaryDomainStays()),
    },
  });

const check = z.object({ domain_id: z.string(), proxy_url: z.string() });

/** `/proxy_checks`: in the sandbox every proxy at https works. */
export const proxyCheckRoutes = () =>
  new Hono<SandboxEnv>().post('/', (c) =>
    withBody(c, check, ({ domain_id, proxy_url }): Outcome<object> => {
      const { scope } = c.env;
      const found = findRecord(scope, list, domain_id);
      if (!found.ok) return refusals.paramInvalid('domain_id', 'There is no such domain.');
      if (!proxy_url.startsWith('https://'))
        return refusals.paramInvalid('proxy_url', 'The proxy does not answer.');
      const at = scope.now();
      const id = `proxychk_${domain_id.slice(4)}`;
      const times = { last_run_at: at, created_at: at, updated_at: at };
      return {
        ok: true,
        value: { object: 'proxy_check', id, domain_id, proxy_url, successful: true, ...times },
      };
    }),
  );
