import { hash } from 'node:crypto';
import type { PageRequest, PullPort, RemotePage } from '@main/sync/identity-port';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteApplication } from '@shared/domain/records/application';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
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

  return {
    fetchPage: async <E extends EntityName>(entity: E, page: PageRequest, signal?: AbortSignal) =>
      entity === 'application'
        ? ((await applications(page, signal)) as unknown as RemoteResult<RemotePage<E>>)
        : nothing,
    fetchOne: async <E extends EntityName>(entity: E, known: StoredRecord<E>, signal?: AbortSignal) =>
      entity === 'application'
        ? ((await application(
            known as StoredRecord<'application'>,
            signal,
          )) as RemoteResult<RemoteRecord<E> | null>)
        : { ok: true, value: null, requestId: '' },
  };
}
