import { hash } from 'node:crypto';
import { configSchemaId } from '@shared/domain/config-settings';
import type { EntityName } from '@shared/domain/entity';
import { JsonObject } from '@shared/domain/json';
import { mainInstance } from '@shared/domain/main-instance';
import { lastKnownRow } from '@shared/domain/project';
import type { RemoteApplication, RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { gathered } from '@shared/gather';
import { z } from 'zod';
import { apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { decodeRecords } from '../../decode-records';
import type { PageRequest, PartialRecord, PullPort, RemotePage } from '../../identity-port';
import { nothing } from '../../nothing';
import { readEach } from '../../read-each';
import { ApplicationWire } from './application-wire';
import { type DomainWire, statusFields } from './domain-wire';
import { type Narrow, tokenElsewhere } from './own-application';
import { listDomains, readDomain, readStatuses } from './platform-domain';
import { isLasting, type ReadApplication, readApplicationDetails, readAs } from './read-application-details';
import { applicationTransfers, domainIntents } from './workspace-lists';

const listPath = '/platform/applications';
/** The schema is the same for all applications: when one keeps it to itself, another may tell. */
const schemaTries = 3;

/**
 * The reading half of the platform's client: its applications are all there is.
 *
 * @param sight what of them concerns the workspace; all of it where left out
 */
export function createPlatformPull(
  callApi: CallApi,
  sight?: (signal?: AbortSignal) => Promise<RemoteResult<Narrow>>,
): PullPort {
  /** The list, as far as it concerns the workspace. */
  async function readList(signal?: AbortSignal): Promise<RemoteResult<readonly unknown[]>> {
    const narrow = await sight?.(signal);
    if (narrow?.ok === false) return narrow;
    const list = await readAs(callApi, listPath, z.array(z.unknown()), signal);
    if (!list.ok || narrow === undefined) return list;
    const own = list.value.flatMap((raw) => {
      const wired = ApplicationWire.safeParse(raw).data;
      return (wired && narrow.value(wired)) ?? [];
    });
    return own.length === 0 ? tokenElsewhere : { ...list, value: own };
  }

  async function applications(
    { offset, limit, known }: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<'application'>>> {
    const [list, domains] = await Promise.all([readList(signal), domainsOf(limit, signal)]);
    if (!list.ok) return list;
    if (!domains.ok) return domains;
    const total = list.value.length;
    const part = list.value.slice(offset, offset + limit);
    const decoded = decodeRecords(part, ApplicationWire, (wired) => wired, 'application_id');
    const read = await readEach(decoded.records, (wired) =>
      readApplicationDetails(callApi, wired, signal, domains.value?.(wired.application_id)),
    );
    if (!read.ok) return read;
    const whole = read.value.filter(({ missing }) => missing.length === 0);
    const records = whole.map(({ record }) => record);
    const partial = read.value.filter(({ missing }) => missing.length > 0).map(partialOf);
    const { unread } = decoded;
    const digest = hash('sha1', JSON.stringify([total, records, partial, unread]), 'base64');
    const page = { records: digest === known?.digest ? [] : records, unread, partial, total, digest };
    return { ...list, value: page };
  }

  /**
   * The domains of each application by one list, instead of one call each. Null where that list is refused, or does not say whose they
   * are; undefined for an application of whose domains it does not say which is the primary one: its own address tells then. Of a single
   * application that address is the shorter way.
   */
  async function domainsOf(
    applications: number,
    signal?: AbortSignal,
  ): Promise<RemoteResult<((application: string) => readonly DomainWire[] | undefined) | null>> {
    const each = { ok: true, value: null, requestId: '' } as const;
    if (applications === 1 || sight !== undefined) return each;
    const list = await listDomains(callApi, signal);
    if (!list.ok) return isLasting(list.failure) ? each : list;
    if (list.value.some(({ application }) => application === undefined)) return each;
    const byApplication = gathered(list.value, ({ application }) => application?.id);
    const told = (domains: readonly DomainWire[]) =>
      domains.every(({ is_provider_domain: provider }) => typeof provider === 'boolean');
    return {
      ...list,
      value: (id) => {
        const domains = byApplication.get(id) ?? [];
        return told(domains) ? domains : undefined;
      },
    };
  }

  async function application(
    row: StoredRecord<'application'>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteApplication | null>> {
    const path = apiPath`/platform/applications/${row.id}`;
    const read = await readAs(callApi, path, ApplicationWire, signal);
    if (!read.ok) {
      if (read.failure.kind !== 'not-found') return read;
      // Another account's token shows none of it, which says nothing of whether it is there.
      return sight ? tokenElsewhere : { ok: true, value: null, requestId: read.failure.requestId };
    }
    const narrow = await sight?.(signal);
    if (narrow?.ok === false) return narrow;
    const wired = narrow === undefined ? read.value : narrow.value(read.value);
    if (wired === null) return tokenElsewhere;
    const whole = await readApplicationDetails(callApi, wired, signal);
    if (!whole.ok) return whole;
    const { record, missing } = whole.value;
    // Whoever writes a config must have read it; of the rest the row at hand tells what was last known.
    const config = missing.find(({ fields }) => fields.includes('config'));
    if (config !== undefined) return { ok: false, failure: config.failure };
    const kept = lastKnownRow('application', row);
    const fields = missing.flatMap((detail) => detail.fields);
    return {
      ...whole,
      value: { ...record, ...Object.fromEntries(fields.map((name) => [name, kept?.[name]])) },
    };
  }

  /** The schema of the configs as a setting. */
  async function schema(signal?: AbortSignal): Promise<RemoteResult<RemotePage<'settings'>>> {
    const list = await readList(signal);
    if (!list.ok) return list;
    const { records: wired } = decodeRecords(list.value, ApplicationWire, (one) => one, 'application_id');
    let refused: RemoteResult<RemotePage<'settings'>> = nothing;
    for (const { application_id: id, instances } of wired.slice(0, schemaTries)) {
      const instance = mainInstance(instances)?.instance_id;
      if (instance === undefined) continue;
      const path = apiPath`/platform/applications/${id}/instances/${instance}/config/schema`;
      const read = await readAs(callApi, path, JsonObject, signal);
      if (read.ok) {
        const records = [{ id: configSchemaId, values: read.value }];
        return { ...read, value: { ...nothing.value, records, total: 1 } };
      }
      refused = read;
      if (read.failure.kind !== 'forbidden' && read.failure.kind !== 'not-found') return read;
    }
    return refused;
  }

  async function schemaRecord(signal?: AbortSignal): Promise<RemoteResult<RemoteRecord<'settings'> | null>> {
    const page = await schema(signal);
    return page.ok ? { ...page, value: page.value.records[0] ?? null } : page;
  }

  async function domains(
    { offset, limit, known }: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<'domain'>>> {
    const list = await listDomains(callApi, signal);
    if (!list.ok) return list;
    const read = await readStatuses(callApi, list.value.slice(offset, offset + limit), signal);
    if (!read.ok) return read;
    const total = list.value.length;
    const records = read.value.flatMap(({ record, isWhole }) => (isWhole ? [record] : []));
    const partial = read.value.flatMap(({ record, isWhole }) =>
      isWhole ? [] : [{ id: record.id, path: 'status', why: 'refused', record, missing: statusFields }],
    );
    const digest = hash('sha1', JSON.stringify([total, records, partial]), 'base64');
    const same = digest === known?.digest;
    return { ...list, value: { records: same ? [] : records, unread: [], partial, total, digest } };
  }

  const none = async (): Promise<typeof noRecord> => noRecord;
  /** How each entity that the platform has is read. */
  const readers: Readonly<Partial<Record<EntityName, Reader>>> = {
    application: {
      page: applications,
      one: (row, signal) => application(row as StoredRecord<'application'>, signal),
    },
    settings: { page: (_, signal) => schema(signal), one: (_, signal) => schemaRecord(signal) },
    domain: {
      page: domains,
      one: (row, signal) => readDomain(callApi, row.id, row as StoredRecord<'domain'>, signal),
    },
    domainIntent: domainIntents.reads(callApi),
    applicationTransfer: applicationTransfers.reads(callApi),
  };

  return {
    pagesBy: () => 'offset',
    fetchPage: async <E extends EntityName>(entity: E, page: PageRequest, signal?: AbortSignal) => {
      const read = await (readers[entity]?.page(page, signal) ?? nothing);
      return read as unknown as RemoteResult<RemotePage<E>>;
    },
    fetchOne: async <E extends EntityName>(entity: E, known: StoredRecord<E>, signal?: AbortSignal) => {
      const read = await (readers[entity]?.one(known as StoredRecord, signal) ?? none());
      return read as RemoteResult<RemoteRecord<E> | null>;
    },
  };
}

const noRecord = { ok: true, value: null, requestId: '' } as const;

interface Reader {
  readonly page: (
    page: PageRequest,
    signal?: AbortSignal,
  ) => Promise<RemoteResult<{ readonly [E in EntityName]: RemotePage<E> }[EntityName]>>;
  readonly one: (row: StoredRecord, signal?: AbortSignal) => Promise<RemoteResult<RemoteRecord | null>>;
}

function partialOf({ record, missing }: ReadApplication): PartialRecord<'application'> {
  return {
    id: record.id,
    path: missing.map(({ path }) => path).join(', '),
    why: missing.map(({ failure }) => `${failure.kind} (${failure.status})`).join(', '),
    record,
    missing: missing.flatMap(({ fields }) => fields),
  };
}
