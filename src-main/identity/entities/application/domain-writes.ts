import { lastKnownRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import type { RemoteCall } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { DomainWire, domainRecord, StatusWire, withKnownStatus, withStatus } from './domain-wire';
import { readBare, readStatus } from './platform-domain';

type Remote = RemoteRecord<'domain'>;
type Row = StoredRecord<'domain'>;

/** The call that a change of a domain comes to; null for one that is none. Pure. */
export function domainCall(call: RemoteCall): ApiCall | null {
  if (call.verb === 'create') {
    const { applicationId = '', name, proxyPath = '', intentId = '' } = call.values;
    if (applicationId === '') return null;
    return {
      method: 'POST',
      path: apiPath`/platform/applications/${String(applicationId)}/domains`,
      json: {
        name,
        ...(proxyPath !== '' && { proxy_path: proxyPath }),
        ...(intentId !== '' && { domain_intent_id: intentId }),
      },
    };
  }
  const row = call.record as Row;
  const own = apiPath`/platform/applications/${row.applicationId}`;
  const one = `${own}/domains${apiPath`/${row.id}`}`;
  if (call.verb === 'delete') return { method: 'DELETE', path: one };
  if (call.verb === 'update')
    return call.field === 'name'
      ? { method: 'PATCH', path: `${own}/domain`, json: { name: call.value } }
      : null;
  if (call.operation === 'checkDns') return { method: 'POST', path: `${one}/dns_check` };
  // By the name that the service knows: another one would rename the domain that is the primary one now.
  return { method: 'PATCH', path: `${own}/domain`, json: { name: heldName(row) } };
}

const heldName = (row: Row): string => lastKnownRow('domain', row)?.name ?? row.name;

/** What a write's answer says of the domain. Reads may lag behind it: no more than its status is looked up, where that can be read. */
export async function domainAfter(
  callApi: CallApi,
  call: RemoteCall,
  answer: Extract<RemoteResult<unknown>, { ok: true }>,
  signal?: AbortSignal,
): Promise<RemoteResult<Remote | null>> {
  if (call.verb === 'delete') return { ...answer, value: null };
  const row = call.verb === 'create' ? undefined : (call.record as Row);
  const known = row === undefined ? null : lastKnownRow('domain', row);
  if (call.verb === 'perform' && call.operation === 'checkDns') {
    const status = StatusWire.safeParse(answer.value).data;
    return status === undefined || known === null
      ? strangeAnswer(true)
      : { ...answer, value: withStatus(known, status) };
  }
  const wired = DomainWire.safeParse(answer.value).data;
  if (wired === undefined) return strangeAnswer(true);
  // It was done to another domain: this one is as it was.
  if (known !== null && wired.id !== known.id) return { ...answer, value: known };
  const applicationId =
    call.verb === 'create' ? String(call.values.applicationId) : (row?.applicationId ?? '');
  // What `/domain` answers with is the primary one, whether or not it says so.
  const record = domainRecord(
    call.verb === 'create' ? wired : { ...wired, is_provider_domain: wired.is_provider_domain ?? false },
    applicationId,
  );
  const read = await readStatus(callApi, record, signal);
  const value = read.ok && read.value.isWhole ? read.value.record : withKnownStatus(record, row);
  return { ...answer, value };
}

/**
 * A look right before a write to `/domain`, which acts on whichever domain is the primary one by then: null where that is what was meant,
 * or what it would do to another domain. Null in place of the look for all other writes.
 */
export function domainGuard(
  call: RemoteCall,
): ((callApi: CallApi, signal?: AbortSignal) => Promise<RemoteResult<never> | null>) | null {
  const renames = call.verb === 'update';
  if (!renames && (call.verb !== 'perform' || call.operation !== 'makePrimary')) return null;
  const row = call.record as Row;
  return async (callApi, signal) => {
    const read = await readBare(callApi, row.id, signal);
    if (!read.ok) return read;
    if (read.value === null)
      return notThisOne(t('The service no longer has {name}.', { name: heldName(row) }));
    if (renames && read.value.rank !== 'primary')
      return notThisOne(t('It is not the primary domain any more, and only that one can be renamed.'));
    return renames || read.value.name === heldName(row)
      ? null
      : notThisOne(t('It was renamed to {name} meanwhile.', { name: String(read.value.name) }));
  };
}

const notThisOne = (message: string): RemoteResult<never> => ({
  ok: false,
  failure: {
    kind: 'conflict',
    status: 0,
    code: 'another-domain',
    message,
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: false,
  },
});
