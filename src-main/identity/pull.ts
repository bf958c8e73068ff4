import { hash } from 'node:crypto';
import { organizationsOff, type PageRequest, type PullPort, type RemotePage } from '@main/sync/identity-port';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import type { CallApi } from './call-api';
import { endpoints } from './endpoints';
import { strangeAnswer } from './strange-answer';

/** An empty list. */
export const nothing = { ok: true, value: { records: [], total: 0, digest: '' }, requestId: '' } as const;

const UserCount = z.object({ total_count: z.number() });

/** The reading half of the client. */
export function createPull(callApi: CallApi): PullPort {
  // The list of users states no total; what `/users/count` said at the head of the walk holds until the next one.
  let users = 0;

  async function countUsers(signal?: AbortSignal): Promise<RemoteResult<number>> {
    const counted = await callApi({ method: 'GET', path: '/users/count' }, signal);
    if (!counted.ok) return counted;
    const decoded = UserCount.safeParse(counted.value);
    return decoded.success ? { ...counted, value: decoded.data.total_count } : strangeAnswer(false);
  }

  async function fetchPage<E extends EntityName>(
    entity: E,
    page: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<E>>> {
    const endpoint = endpoints[entity];
    if (endpoint === null) return nothing;
    const counting =
      entity === 'user' && page.startingAfter === undefined ? countUsers(signal) : Promise.resolve(null);
    let digest = '';
    const read = (text: string): unknown => {
      digest = hash('sha1', text, 'base64');
      return digest === page.known?.digest ? null : JSON.parse(text);
    };
    const answer = await callApi({ method: 'GET', path: endpoint.pagePath(page), read }, signal);
    const counted = await counting;
    if (!answer.ok) {
      const off = answer.failure.code === organizationsOff;
      return off ? nothing : answer;
    }
    if (counted?.ok === false) return counted;
    if (counted !== null) users = counted.value;
    if (page.known !== undefined && digest === page.known.digest) {
      const total = entity === 'user' ? users : page.known.total;
      return { ...answer, value: { records: [], total, digest } };
    }
    const decoded = endpoint.decodePage(answer.value);
    if (decoded === undefined) return strangeAnswer(false);
    return { ...answer, value: { records: decoded.records, total: decoded.total ?? users, digest } };
  }

  async function fetchOne<E extends EntityName>(
    entity: E,
    known: StoredRecord<E>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteRecord<E> | null>> {
    const endpoint = endpoints[entity];
    if (endpoint === null) return { ok: true, value: null, requestId: '' };
    const answer = await callApi({ method: 'GET', path: endpoint.onePath(known) }, signal);
    if (!answer.ok) {
      return answer.failure.kind === 'not-found'
        ? { ok: true, value: null, requestId: answer.failure.requestId }
        : answer;
    }
    const decoded = endpoint.decodeOne(answer.value, known);
    return decoded === undefined ? strangeAnswer(false) : { ...answer, value: decoded };
  }

  return { fetchPage, fetchOne };
}
