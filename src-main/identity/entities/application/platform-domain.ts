import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { readEach } from '../../read-each';
import { DomainWire, domainRecord, StatusWire, withKnownStatus, withStatus } from './domain-wire';
import { isLasting, readAs } from './read-application-details';
import { walkWorkspace } from './walk-workspace';

type Remote = RemoteRecord<'domain'>;

/** A domain as it was read, and whether its status was: a status that is refused leaves the rest as it is. */
interface ReadDomain {
  readonly record: Remote;
  readonly isWhole: boolean;
}

const statusPath = (application: string, id: string): ApiCall['path'] =>
  apiPath`/platform/applications/${application}/domains/${id}/status`;

/** Its status, read anew and laid over it; what is known of it where it cannot be read for a reason that lasts. */
export async function readStatus(
  callApi: CallApi,
  record: Remote,
  signal?: AbortSignal,
): Promise<RemoteResult<ReadDomain>> {
  const status = await readAs(callApi, statusPath(record.applicationId, record.id), StatusWire, signal);
  if (status.ok) return { ...status, value: { record: withStatus(record, status.value), isWhole: true } };
  return isLasting(status.failure) ? { ok: true, requestId: '', value: { record, isWhole: false } } : status;
}

/** Every domain of the workspace, oldest first, without their status. */
export const listDomains = (
  callApi: CallApi,
  signal?: AbortSignal,
): Promise<RemoteResult<readonly DomainWire[]>> =>
  walkWorkspace(callApi, '/platform/domains', DomainWire, signal);

/** Some of them with their status. */
export async function readStatuses(
  callApi: CallApi,
  wired: readonly DomainWire[],
  signal?: AbortSignal,
): Promise<RemoteResult<readonly ReadDomain[]>> {
  return readEach(wired, (one) => readStatus(callApi, ofWorkspace(one), signal));
}

/** One domain as it is, by id or name, without its status; null where the service has none of that. */
export async function readBare(
  callApi: CallApi,
  id: string,
  signal?: AbortSignal,
): Promise<RemoteResult<Remote | null>> {
  const read = await readAs(callApi, apiPath`/platform/domains/${id}`, DomainWire, signal);
  if (read.ok) return { ...read, value: ofWorkspace(read.value) };
  return read.failure.kind === 'not-found'
    ? { ok: true, value: null, requestId: read.failure.requestId }
    : read;
}

/** The same with its status; of a status that is refused, what `row` knows stays. */
export async function readDomain(
  callApi: CallApi,
  id: string,
  row: StoredRecord<'domain'> | undefined,
  signal?: AbortSignal,
): Promise<RemoteResult<Remote | null>> {
  const bare = await readBare(callApi, id, signal);
  if (!bare.ok || bare.value === null) return bare;
  const read = await readStatus(callApi, bare.value, signal);
  if (!read.ok) return read;
  const { record, isWhole } = read.value;
  return { ...read, value: isWhole ? record : withKnownStatus(record, row) };
}

const ofWorkspace = (wired: DomainWire): Remote => domainRecord(wired, wired.application?.id ?? '');
