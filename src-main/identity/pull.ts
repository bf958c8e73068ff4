import { hash } from 'node:crypto';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { absentAs, absentWith } from './absent-as';
import type { CallApi } from './call-api';
import type { Adapters } from './entities/adapter';
import { adapters as clerks } from './entities/adapters';
import { type PageRequest, type PullPort, platformTokenCodes, type RemotePage } from './identity-port';
import { nothing } from './nothing';
import { endsWalk, readWithin } from './read-within';
import { oddPart, strangeAnswer } from './strange-answer';
import { TotalCount } from './total-count';
import { walkList } from './walk-list';

/** What a list that is counted nowhere holds at least: a full page says that there may be more. */
const atLeast = ({ offset, limit }: PageRequest, shown: number): number =>
  offset + shown + (shown < limit ? 0 : 1);

/** The reading half of the client. */
export function createPull(callApi: CallApi, adapters: Adapters = clerks): PullPort {
  // Some lists state no total; what was counted at the head of the walk holds until the next one.
  const totals = new Map<EntityName, number>();

  async function count(path: string, signal?: AbortSignal): Promise<RemoteResult<number>> {
    const counted = await callApi({ method: 'GET', path }, signal);
    if (!counted.ok) return counted;
    const decoded = TotalCount.safeParse(counted.value);
    return decoded.success ? { ...counted, value: decoded.data.total_count } : strangeAnswer(false);
  }

  async function fetchPage<E extends EntityName>(
    entity: E,
    page: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<E>>> {
    const adapter = adapters[entity];
    if (adapter === null) return nothing;
    const { countPath } = adapter;
    const uncounted = page.startingAfter === undefined || !totals.has(entity);
    const counting = countPath !== undefined && uncounted ? count(countPath, signal) : Promise.resolve(null);
    let digest = '';
    const read = (text: string): unknown => {
      digest = hash('sha1', text, 'base64');
      return digest === known?.digest ? null : JSON.parse(text);
    };
    const { alongside = [] } = adapter;
    const known = adapter.within === undefined && alongside.length === 0 ? page.known : undefined;
    const answer = await callApi({ method: 'GET', path: adapter.pagePath(page), read }, signal);
    const counted = await counting;
    if (!answer.ok) {
      return answer.failure.lack === 'off' ? nothing : answer;
    }
    if (counted?.ok === false) return counted;
    if (counted !== null) totals.set(entity, counted.value);
    if (known !== undefined && digest === known.digest) {
      const total = countPath === undefined ? known.total : (totals.get(entity) ?? 0);
      return { ...answer, value: { records: [], unread: [], partial: [], total, digest } };
    }
    const bodies = [answer.value];
    for (const path of alongside) {
      const more = await callApi({ method: 'GET', path }, signal);
      if (!more.ok) return more;
      bodies.push(more.value);
    }
    if (alongside.length > 0) digest = hash('sha1', JSON.stringify(bodies), 'base64');
    const decoded = adapter.decodePage(alongside.length > 0 ? bodies : answer.value, page);
    if (decoded === undefined) return strangeAnswer(false, oddPart(answer.value));
    const { records, unread, kept = [], total } = decoded;
    const inside = await readWithin(callApi, adapter, records, total ?? records.length, signal);
    if (!inside.ok) return inside;
    // The list may come as it was while what stands within its records does not.
    if (adapter.within !== undefined) digest = hash('sha1', JSON.stringify([digest, inside.value]), 'base64');
    const partial = kept.map(({ record, missing }) => ({
      id: record.id,
      record,
      missing,
      path: '',
      why: '',
    }));
    return {
      ...answer,
      value: {
        records: inside.value.records,
        unread,
        partial: [...partial, ...inside.value.partial],
        total: total ?? totals.get(entity) ?? atLeast(page, records.length + unread.length),
        digest,
      },
    };
  }

  async function fetchOne<E extends EntityName>(
    entity: E,
    known: StoredRecord<E>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteRecord<E> | null>> {
    const adapter = adapters[entity];
    if (adapter === null) return noToken;
    const held = adapter.asKnown?.(known) ?? null;
    if (held !== null) return { ok: true, value: held, requestId: '' };
    if (adapter.onePath === undefined) return walkList(callApi, adapter, ({ id }) => id === known.id, signal);
    const answer = await callApi({ method: 'GET', path: adapter.onePath(known) }, signal);
    if (!answer.ok) {
      const parent = adapter.parentPath?.(known);
      return parent === undefined
        ? absentAs(answer, null)
        : absentWith(callApi, answer, { parent, value: null }, signal);
    }
    const decoded = adapter.decodeOne(answer.value, known);
    if (decoded === undefined) return strangeAnswer(false);
    if (decoded === null || adapter.within === undefined) return { ...answer, value: decoded };
    const list = await callApi({ method: 'GET', path: adapter.within.path(decoded) }, signal);
    // A list that is refused costs its own fields: they are as they were known (`decodeOne`).
    if (!list.ok) return endsWalk(list.failure) ? list : { ...answer, value: decoded };
    const whole = adapter.within.read(decoded, list.value);
    return whole === undefined ? strangeAnswer(false) : { ...answer, value: whole };
  }

  return { fetchPage, fetchOne, pagesBy: (entity) => adapters[entity]?.walked ?? 'offset' };
}

/** What is a platform's is not gone because this key does not open it: it is not known. */
const noToken: RemoteResult<never> = {
  ok: false,
  failure: {
    kind: 'forbidden',
    status: 0,
    code: platformTokenCodes.missing,
    message: t('This workspace has no Platform token, which opens its application.'),
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: false,
  },
};
