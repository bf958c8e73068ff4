import { hash } from 'node:crypto';
import type { PageRequest, PullPort, RemotePage } from '@main/sync/identity-port';
import { configSchemaId } from '@shared/domain/config-settings';
import type { EntityName } from '@shared/domain/entity';
import { JsonObject } from '@shared/domain/json';
import { mainInstance } from '@shared/domain/main-instance';
import type { RemoteApplication } from '@shared/domain/records/application';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteSettings } from '@shared/domain/records/settings';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { apiPath } from '../api-call';
import type { CallApi } from '../call-api';
import { nothing } from '../pull';
import { ApplicationWire } from '../wire/application-wire';
import { readApplicationDetails, readAs } from './read-application-details';

/** The reading half of the platform's client: its applications are all there is. */
export function createPlatformPull(callApi: CallApi): PullPort {
  async function applications(
    { offset, limit, known }: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<'application'>>> {
    const list = await readAs(callApi, '/platform/applications', z.array(ApplicationWire), signal);
    if (!list.ok) return list;
    const total = list.value.length;
    const read = await Promise.all(
      list.value.slice(offset, offset + limit).map((wired) => readApplicationDetails(callApi, wired, signal)),
    );
    const records: RemoteApplication[] = [];
    for (const one of read) {
      // Deleted between the list and this read: the next sweep says so.
      if (!one.ok && one.failure.kind === 'not-found') continue;
      if (!one.ok) return one;
      records.push(one.value);
    }
    const digest = hash('sha1', JSON.stringify([total, records]), 'base64');
    return { ...list, value: { records: digest === known?.digest ? [] : records, total, digest } };
  }

  async function application(
    { id }: StoredRecord<'application'>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteApplication | null>> {
    const read = await readAs(callApi, apiPath`/platform/applications/${id}`, ApplicationWire, signal);
    const whole = read.ok ? await readApplicationDetails(callApi, read.value, signal) : read;
    if (whole.ok || whole.failure.kind !== 'not-found') return whole;
    return { ok: true, value: null, requestId: whole.failure.requestId };
  }

  /** The schema of the configs as a setting; it is the same for all applications of a platform. */
  async function schema(signal?: AbortSignal): Promise<RemoteResult<RemotePage<'settings'>>> {
    const list = await readAs(callApi, '/platform/applications', z.array(ApplicationWire), signal);
    if (!list.ok) return list;
    const [first] = list.value;
    const instance = first && mainInstance(first.instances)?.instance_id;
    if (first === undefined || instance === undefined) return nothing;
    const path = apiPath`/platform/applications/${first.application_id}/instances/${instance}/config/schema`;
    const read = await readAs(callApi, path, JsonObject, signal);
    if (!read.ok) return read;
    return {
      ...read,
      value: { records: [{ id: configSchemaId, values: read.value }], total: 1, digest: '' },
    };
  }

  async function schemaRecord(signal?: AbortSignal): Promise<RemoteResult<RemoteSettings | null>> {
    const page = await schema(signal);
    return page.ok ? { ...page, value: page.value.records[0] ?? null } : page;
  }

  return {
    fetchPage: async <E extends EntityName>(entity: E, page: PageRequest, signal?: AbortSignal) => {
      const read =
        entity === 'application'
          ? await applications(page, signal)
          : entity === 'settings'
            ? await schema(signal)
            : nothing;
      return read as unknown as RemoteResult<RemotePage<E>>;
    },
    fetchOne: async <E extends EntityName>(entity: E, known: StoredRecord<E>, signal?: AbortSignal) => {
      const read =
        entity === 'application'
          ? await application(known as StoredRecord<'application'>, signal)
          : entity === 'settings'
            ? await schemaRecord(signal)
            : { ok: true, value: null, requestId: '' };
      return read as RemoteResult<RemoteRecord<E> | null>;
    },
  };
}
