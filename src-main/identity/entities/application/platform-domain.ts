import { RecordId } from '@shared/domain/ids';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { fieldsOf } from '@shared/domain/records/fields-of';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import type { RemoteCall } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { isLasting, readAs } from './read-application-details';

type Remote = RemoteRecord<'domain'>;
type Row = StoredRecord<'domain'>;

const state = z.enum(fieldsOf('domain').dns.options).catch('');

/** `PlatformWorkspaceDomainResponse`, or `PlatformDomainResponse` where the application is known. */
const DomainWire = z.object({
  id: wire.key,
  name: wire.text,
  is_provider_domain: z.boolean().default(false),
  frontend_api_url: wire.text,
  accounts_portal_url: wire.text,
  proxy_url: wire.text,
  cname_targets: wireList(z.object({ host: z.string(), value: z.string(), required: z.boolean() })),
  created_at: z.string(),
  application: z.object({ id: z.string() }).optional(),
});
type DomainWire = z.output<typeof DomainWire>;

const Hints = wireList(z.object({ code: z.string(), message: z.string() }));
const Cname = z.object({
  from: z.string(),
  actual: wireList(z.string()),
  verified: z.boolean(),
  failure_hints: Hints,
});

/** `PlatformDomainStatusResponse`. */
const StatusWire = z.object({
  dns: z.object({ status: state, cnames: z.record(z.string(), Cname).default({}) }),
  ssl: z.object({ status: state.default(''), failure_hints: Hints }).optional(),
  mail: z.object({ status: state }).optional(),
  proxy: z.object({ status: state }).optional(),
});

/** Fields that a status tells, for one that cannot be read. */
export const statusFields = ['dns', 'ssl', 'mail', 'proxy', 'cnameTargets'] as const;

const statusPath = (application: string, id: string): ApiCall['path'] =>
  apiPath`/platform/applications/${application}/domains/${id}/status`;

const time = (text: string): number => Date.parse(text) || 0;

function recordOf(wired: DomainWire, applicationId: string, status?: z.output<typeof StatusWire>): Remote {
  const looked = new Map(Object.values(status?.dns.cnames ?? {}).map((one) => [one.from, one]));
  return {
    id: RecordId.parse(wired.id),
    name: wired.name,
    isSatellite: false,
    proxyUrl: wired.proxy_url,
    frontendApiUrl: wired.frontend_api_url,
    accountsPortalUrl: wired.accounts_portal_url,
    cnameTargets: wired.cname_targets.map(({ host, value, required }) => {
      const found = looked.get(host);
      const failureHints = found?.failure_hints.map(({ message }) => message) ?? [];
      return {
        host,
        value,
        required,
        found: found?.actual ?? [],
        verified: found?.verified ?? false,
        failureHints,
      };
    }),
    applicationId,
    isPrimary: !wired.is_provider_domain,
    dns: status?.dns.status ?? '',
    ssl: status?.ssl?.status ?? '',
    mail: status?.mail?.status ?? '',
    proxy: status?.proxy?.status ?? '',
    createdAt: time(wired.created_at),
  };
}

/** A domain as it was read, and whether its status was: a status that is refused leaves the rest as it is. */
interface ReadDomain {
  readonly record: Remote;
  readonly isWhole: boolean;
}

async function withStatus(
  callApi: CallApi,
  wired: DomainWire,
  application: string,
  signal?: AbortSignal,
): Promise<RemoteResult<ReadDomain>> {
  const status = await readAs(callApi, statusPath(application, wired.id), StatusWire, signal);
  if (!status.ok && !isLasting(status.failure)) return status;
  return {
    ok: true,
    requestId: status.ok ? status.requestId : '',
    value: { record: recordOf(wired, application, status.ok ? status.value : undefined), isWhole: status.ok },
  };
}

const pageSize = 500;

/** Every domain of the workspace, oldest first, without their status. */
export async function listDomains(
  callApi: CallApi,
  signal?: AbortSignal,
): Promise<RemoteResult<readonly DomainWire[]>> {
  const all: DomainWire[] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const path = `/platform/domains?limit=${pageSize}${after === undefined ? '' : apiPath`&starting_after=${after}`}`;
    const page = await readAs(callApi, path, z.object({ data: wireList(DomainWire) }), signal);
    if (!page.ok) return page;
    all.push(...page.value.data);
    if (page.value.data.length < pageSize) return { ...page, value: all.reverse() };
  }
}

/** Some of them with their status. */
export async function readStatuses(
  callApi: CallApi,
  wired: readonly DomainWire[],
  signal?: AbortSignal,
): Promise<RemoteResult<readonly ReadDomain[]>> {
  const read = await Promise.all(
    wired.map((one) => withStatus(callApi, one, one.application?.id ?? '', signal)),
  );
  const whole: ReadDomain[] = [];
  for (const one of read) {
    if (!one.ok) return one;
    whole.push(one.value);
  }
  return { ok: true, value: whole, requestId: '' };
}

/** One domain with its status; null where the service has none of that id. */
export async function readDomain(
  callApi: CallApi,
  id: string,
  signal?: AbortSignal,
): Promise<RemoteResult<Remote | null>> {
  const read = await readAs(callApi, apiPath`/platform/domains/${id}`, DomainWire, signal);
  if (!read.ok)
    return read.failure.kind === 'not-found'
      ? { ok: true, value: null, requestId: read.failure.requestId }
      : read;
  const whole = await withStatus(callApi, read.value, read.value.application?.id ?? '', signal);
  return whole.ok ? { ...whole, value: whole.value.record } : whole;
}

/** The call that a change of a domain comes to; null for one that is none. Pure. */
export function domainCall(call: RemoteCall): ApiCall | null {
  if (call.verb === 'create') {
    const { applicationId = '', name, proxyPath = '' } = call.values;
    if (applicationId === '') return null;
    return {
      method: 'POST',
      path: apiPath`/platform/applications/${String(applicationId)}/domains`,
      json: { name, ...(proxyPath !== '' && { proxy_path: proxyPath }) },
    };
  }
  const { id, applicationId, name } = call.record as Row;
  const own = apiPath`/platform/applications/${applicationId}`;
  if (call.verb === 'delete') return { method: 'DELETE', path: `${own}/domains${apiPath`/${id}`}` };
  if (call.verb === 'update')
    return call.field === 'name'
      ? { method: 'PATCH', path: `${own}/domain`, json: { name: call.value } }
      : null;
  return call.operation === 'checkDns'
    ? { method: 'POST', path: `${own}/domains${apiPath`/${id}`}/dns_check` }
    : { method: 'PATCH', path: `${own}/domain`, json: { name } };
}

/** What an answer says of the domain: read anew with its status. */
export async function domainAfter(
  callApi: CallApi,
  call: RemoteCall,
  body: unknown,
  signal?: AbortSignal,
): Promise<RemoteResult<Remote | null>> {
  if (call.verb === 'delete') return { ok: true, value: null, requestId: '' };
  const id =
    call.verb === 'create' ? z.object({ id: z.string() }).safeParse(body).data?.id : String(call.record.id);
  const read = id === undefined ? strangeAnswer(true) : await readDomain(callApi, id, signal);
  return read.ok && read.value === null ? strangeAnswer(true) : read.ok ? read : strangeAnswer(true);
}
