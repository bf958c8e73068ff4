import { hash } from 'node:crypto';
import type { JsonObject } from '@shared/domain/json';
import { wire } from '@shared/domain/kinds/wire';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { decodeRecords } from '../../decode-records';
import type { PageRequest, RemoteCall, RemotePage } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { sameInAnyCase } from '../../text-of';
import { type RecordReader, recordReader } from '../record-reader';
import { readAs } from './read-application-details';
import { walkWorkspace } from './walk-workspace';

/** What the workspace of a platform lists beside applications and domains: announced domains, and transfers. */
export type Listed = 'domainIntent' | 'applicationTransfer';

interface List<E extends Listed> {
  readonly path: ApiCall['path'];
  readonly reader: RecordReader<E>;
  /** Address of one of them. */
  readonly onePath: (row: StoredRecord<E>) => ApiCall['path'];
  readonly create: (values: JsonObject) => ApiCall;
  /** Whether a record is what a creation with these values makes, also one that somebody ended since. */
  readonly isLike: (record: RemoteRecord<E>, values: JsonObject) => boolean;
}

const moment = z.string().nullish();
const atOf = (iso: string | null | undefined): number => Date.parse(iso ?? '') || 0;

const intents: List<'domainIntent'> = {
  path: '/platform/domain_intents',
  reader: recordReader('domainIntent', { properties: {}, read: () => ({}) }),
  onePath: ({ id }) => apiPath`/platform/domain_intents/${id}`,
  create: ({ name, proxyPath = '' }) => ({
    method: 'POST',
    path: '/platform/domain_intents',
    json: { name, ...(proxyPath !== '' && { proxy_path: proxyPath }) },
  }),
  isLike: (record, { name }) => sameInAnyCase(record.name, String(name)),
};

const ofApplication = (id: unknown): ApiCall['path'] =>
  apiPath`/platform/applications/${String(id)}/transfers`;

const transfers: List<'applicationTransfer'> = {
  path: '/platform/application_transfers',
  reader: recordReader('applicationTransfer', {
    properties: { expires_at: moment, created_at: moment, canceled_at: moment, completed_at: moment },
    read: (wired) => ({
      expiresAt: atOf(wired.expires_at),
      createdAt: atOf(wired.created_at),
      canceledAt: atOf(wired.canceled_at),
      completedAt: atOf(wired.completed_at),
    }),
  }),
  onePath: ({ id, applicationId }) => `${ofApplication(applicationId)}${apiPath`/${id}`}`,
  create: ({ applicationId }) => ({ method: 'POST', path: ofApplication(applicationId) }),
  isLike: (record, { applicationId }) => record.applicationId === applicationId,
};

const Any = z.looseObject({ id: wire.key });

/** How one of the lists is read and written; each answer shows the record whole. */
function listed<E extends Listed>({ path, reader, onePath, create, isLike }: List<E>) {
  const { schema, read } = reader;
  const decode = (body: unknown): RemoteRecord<E> | undefined => {
    const wired = schema.safeParse(body);
    return wired.success ? read(wired.data) : undefined;
  };
  return {
    reads: (callApi: CallApi) => ({
      page: async (
        { offset, limit, known }: PageRequest,
        signal?: AbortSignal,
      ): Promise<RemoteResult<RemotePage<E>>> => {
        const list = await walkWorkspace(callApi, path, Any, signal);
        if (!list.ok) return list;
        const part = list.value.slice(offset, offset + limit);
        const { records, unread } = decodeRecords(part, schema, (wired) => read(wired));
        const total = list.value.length;
        const digest = hash('sha1', JSON.stringify([total, records, unread]), 'base64');
        const told = digest === known?.digest ? [] : records;
        return { ...list, value: { records: told, unread, partial: [], total, digest } };
      },
      one: async (row: StoredRecord, signal?: AbortSignal): Promise<RemoteResult<RemoteRecord<E> | null>> => {
        const answer = await readAs(callApi, onePath(row as StoredRecord<E>), z.unknown(), signal);
        if (!answer.ok)
          return answer.failure.kind === 'not-found'
            ? { ok: true, value: null, requestId: answer.failure.requestId }
            : answer;
        const record = decode(answer.value);
        return record === undefined ? strangeAnswer(false) : { ...answer, value: record };
      },
    }),
    writes: {
      /** Pure; null for what is none of its calls. What is done to one is that it is cancelled. */
      callOf: (call: RemoteCall): ApiCall | null =>
        call.verb === 'create'
          ? create(call.values)
          : call.verb === 'perform'
            ? { method: 'DELETE', path: onePath(call.record as StoredRecord<E>) }
            : null,
      settled: async (
        _: CallApi,
        __: RemoteCall,
        answer: Extract<RemoteResult<unknown>, { ok: true }>,
      ): Promise<RemoteResult<RemoteRecord | null>> => {
        const record = decode(answer.value);
        return record === undefined ? strangeAnswer(true) : { ...answer, value: record };
      },
      find: async (
        callApi: CallApi,
        values: JsonObject,
        signal?: AbortSignal,
      ): Promise<RemoteResult<readonly RemoteRecord[]>> => {
        const list = await walkWorkspace(callApi, path, Any, signal);
        if (!list.ok) return list;
        const { records } = decodeRecords(list.value, schema, (wired) => read(wired));
        return { ...list, value: records.filter((record) => isLike(record, values)).reverse() };
      },
    },
  };
}

export const domainIntents = listed(intents);
export const applicationTransfers = listed(transfers);
