import type { DomainRow } from './domain-row';

const records: readonly (readonly [host: string, target: string])[] = [
  ['clerk', 'frontend-api.clerk.services'],
  ['accounts', 'accounts.clerk.services'],
  ['clkmail', 'mail.clerk.services'],
  ['clk._domainkey', 'dkim1.clerk.services'],
  ['clk2._domainkey', 'dkim2.clerk.services'],
];

/** Records that an unfinished domain lacks. */
const lacking = new Set(['clkmail', 'clk._domainkey', 'clk2._domainkey']);

const iso = (at: number): string => new Date(at).toISOString();

/** A domain as answers show it (spec: `PlatformDomainResponse`). */
export const domainView = (row: DomainRow): object => ({
  object: 'domain',
  id: row.id,
  name: row.name,
  is_satellite: false,
  is_provider_domain: row.is_provider === 1,
  frontend_api_url: `https://clerk.${row.name}`,
  accounts_portal_url: `https://accounts.${row.name}`,
  development_origin: '',
  ...(row.proxy_url !== null && { proxy_url: row.proxy_url }),
  cname_targets: records.map(([host, value]) => ({ host: `${host}.${row.name}`, value, required: true })),
  created_at: iso(row.created_at),
  updated_at: iso(row.updated_at),
});

/** How far a domain is set up (spec: `PlatformDomainStatusResponse`). */
export const domainStatus = ({ name, dns }: DomainRow): object => {
  const done = dns === 'complete';
  const cnames = records.map(([host, value]) => [
    host,
    {
      clerk_subdomain: host,
      from: `${host}.${name}`,
      to: value,
      verified: done || (dns === 'in_progress' && !lacking.has(host)),
      required: true,
      failure_hints: null,
    },
  ]);
  return {
    dns: { status: dns, cnames: Object.fromEntries(cnames) },
    ssl: { status: done ? 'complete' : 'not_started', required: true, failure_hints: null },
    mail: { status: done ? 'complete' : 'not_started', required: true },
    status: done ? 'complete' : 'incomplete',
  };
};
