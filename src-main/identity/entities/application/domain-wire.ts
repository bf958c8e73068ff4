import { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { lastKnownRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';

type Remote = RemoteRecord<'domain'>;

/** As the service says it; what is no word at all reads as not said. */
const state = z.string().catch('');

/** `PlatformWorkspaceDomainResponse`, or `PlatformDomainResponse` where the application is known. */
export const DomainWire = z.object({
  id: wire.key,
  name: wire.text,
  /** False for the primary one; the service may keep it to itself. */
  is_provider_domain: z.boolean().nullish(),
  frontend_api_url: wire.text,
  accounts_portal_url: wire.text,
  proxy_url: wire.text,
  cname_targets: wireList(z.object({ host: z.string(), value: z.string(), required: z.boolean() })),
  created_at: z.string(),
  application: z.object({ id: z.string() }).optional(),
});
export type DomainWire = z.output<typeof DomainWire>;

const Hints = wireList(z.object({ code: z.string(), message: z.string() }));
const Cname = z.object({
  from: z.string(),
  actual: wireList(z.string()),
  verified: z.boolean(),
  failure_hints: Hints,
});

/** `PlatformDomainStatusResponse`. */
export const StatusWire = z.object({
  dns: z.object({ status: state, cnames: z.record(z.string(), Cname).default({}) }),
  ssl: z.object({ status: state.default(''), failure_hints: Hints }).optional(),
  mail: z.object({ status: state }).optional(),
  proxy: z.object({ status: state }).optional(),
});
type StatusWire = z.output<typeof StatusWire>;

/** Fields that a status tells, for one that cannot be read. */
export const statusFields = ['dns', 'ssl', 'mail', 'proxy', 'cnameTargets'] as const;

/** A domain as far as its own answers tell: nobody has looked at its DNS. */
export const domainRecord = (wired: DomainWire, applicationId: string): Remote => ({
  id: RecordId.parse(wired.id),
  name: wired.name,
  isSatellite: false,
  proxyUrl: wired.proxy_url,
  frontendApiUrl: wired.frontend_api_url,
  accountsPortalUrl: wired.accounts_portal_url,
  cnameTargets: wired.cname_targets,
  applicationId,
  rank: rankOf(wired.is_provider_domain),
  dns: '',
  ssl: '',
  mail: '',
  proxy: '',
  createdAt: Date.parse(wired.created_at) || 0,
});

const rankOf = (isProvider: boolean | null | undefined): Remote['rank'] =>
  isProvider === true ? 'further' : isProvider === false ? 'primary' : '';

/**
 * The same with what was found in its DNS. A status that lags behind a new name is about the records of the old one, and says nothing of
 * this.
 */
export function withStatus(record: Remote, { dns, ssl, mail, proxy }: StatusWire): Remote {
  const looked = new Map(Object.values(dns.cnames).map((one) => [one.from, one]));
  const targets = record.cnameTargets as readonly JsonObject[];
  if (targets.length > 0 && looked.size > 0 && !targets.some(({ host }) => looked.has(String(host))))
    return record;
  return {
    ...record,
    cnameTargets: targets.map(({ host = '', value = '', required = false }): JsonObject => {
      const found = looked.get(String(host));
      if (found === undefined) return { host, value, required };
      const failureHints = found.failure_hints.map(({ message }) => message);
      return { host, value, required, found: found.actual, verified: found.verified, failureHints };
    }),
    dns: dns.status,
    ssl: ssl?.status ?? '',
    mail: mail?.status ?? '',
    proxy: proxy?.status ?? '',
  };
}

/** The same with what was found last, where no status can be read. What was found for another name is not about this one. */
export function withKnownStatus(record: Remote, row: StoredRecord<'domain'> | undefined): Remote {
  const known = row === undefined ? null : lastKnownRow('domain', row);
  if (known === null || known.name !== record.name) return record;
  return { ...record, ...Object.fromEntries(statusFields.map((field) => [field, known[field]])) };
}
