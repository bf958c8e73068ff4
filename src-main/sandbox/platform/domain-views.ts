import type { DomainRow } from './domain-row';
import type { PlatformScope } from './platform-scope';

const records: readonly (readonly [host: string, target: string])[] = [
  ['clerk', 'frontend-api.clerk.services'],
  ['accounts', 'accounts.clerk.services'],
  ['clkmail', 'mail.clerk.services'],
  ['clk._domainkey', 'dkim1.clerk.services'],
  ['clk2._domainkey', 'dkim2.clerk.services'],
];

/** What an address leads to where somebody set up another service first. */
const strangeTarget = 'edge.oldhost.example';

/** How many of the records, in their order, each state of a domain has verified, and which one leads astray. */
const states: Readonly<Record<string, { readonly verified: number; readonly astray?: number }>> = {
  not_started: { verified: 0 },
  in_progress: { verified: 2 },
  wrong: { verified: 5, astray: 0 },
  caa: { verified: 5 },
  complete: { verified: 5 },
};

const iso = (at: number): string => new Date(at).toISOString();

/** Records to set up for a domain; behind a proxy none of them has to be (spec: `PlatformCNameTarget`). */
export const cnameTargets = (name: string, proxied: boolean): readonly object[] =>
  records.map(([host, value]) => ({ host: `${host}.${name}`, value, required: !proxied }));

/** A domain as answers show it (spec: `PlatformDomainResponse`). */
export const domainView = (row: DomainRow): object => ({
  object: 'domain',
  id: row.id,
  name: row.name,
  is_satellite: false,
  is_provider_domain: row.is_provider === 1,
  frontend_api_url: row.proxy_url ?? `https://clerk.${row.name}`,
  accounts_portal_url: `https://accounts.${row.name}`,
  development_origin: '',
  ...(row.proxy_url !== null && { proxy_url: row.proxy_url }),
  cname_targets: cnameTargets(row.name, row.proxy_url !== null),
  created_at: iso(row.created_at),
  updated_at: iso(row.updated_at),
});

/** The same with what it belongs to (spec: `PlatformWorkspaceDomainResponse`). */
export const workspaceDomainView = ({ db }: PlatformScope, row: DomainRow): object => {
  const owner = db.first<{ application: string; created_at: number; environment_type: string }>(
    `SELECT a.id AS application, a.created_at, i.environment_type FROM instances i
       JOIN applications a ON a.id = i.application_id WHERE i.id = ?`,
    [row.instance],
  );
  const at = iso(owner?.created_at ?? row.created_at);
  const times = { created_at: at, updated_at: at };
  return {
    ...domainView(row),
    application: { object: 'application', id: owner?.application ?? '', ...times },
    instance: { object: 'instance', id: row.instance, environment_type: owner?.environment_type, ...times },
  };
};

/** How far a domain is set up (spec: `PlatformDomainStatusResponse`). */
export const domainStatus = ({ name, dns, proxy_url: proxy }: DomainRow): object => {
  const { verified, astray } = states[dns] ?? { verified: 0 };
  const done = dns === 'complete';
  const cnames = records.map(([host, to], index) => {
    const from = `${host}.${name}`;
    const holds = index < verified && index !== astray;
    const found = index === astray ? [strangeTarget] : holds ? [to] : [];
    return [
      host,
      {
        clerk_subdomain: host,
        from,
        to,
        actual: found,
        verified: holds,
        required: proxy === null,
        failure_hints: holds ? null : [hintOf(from, to, found[0])],
      },
    ] as const;
  });
  const shown = dns === 'caa' ? 'complete' : dns === 'wrong' ? 'in_progress' : dns;
  return {
    dns: { status: shown, cnames: Object.fromEntries(cnames) },
    ssl: {
      status: done ? 'complete' : dns === 'caa' ? 'failed' : 'not_started',
      required: true,
      failure_hints:
        dns === 'caa'
          ? [{ code: 'caa_record', message: `A CAA record of ${name} forbids to issue a certificate.` }]
          : null,
    },
    mail: { status: verified === records.length ? 'complete' : 'not_started', required: true },
    ...(proxy !== null && { proxy: { status: done ? 'complete' : 'not_started', required: true } }),
    status: done ? 'complete' : 'incomplete',
  };
};

const hintOf = (from: string, to: string, found: string | undefined): object =>
  found === undefined
    ? { code: 'cname_not_found', message: `There is no CNAME record at ${from}.` }
    : { code: 'cname_mismatch', message: `${from} leads to ${found}, and not to ${to}.` };
