import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import type { Adapter } from './entities/adapter';
import type { ListWalk } from './identity-port';
import { strangeAnswer } from './strange-answer';

type ListPage<E extends EntityName> = NonNullable<ReturnType<Adapter<E>['decodePage']>>;

/** Most that a page may hold (spec: `LimitParameter`). */
const limit = 500;

/**
 * The first record of a list that is wanted, page by page; null when none of them is. For what the service has neither an
 * address nor a filter for. A record that cannot be read may be the one, and one that is counted and was not shown: nothing is said then.
 */
export async function walkList<E extends EntityName>(
  callApi: CallApi,
  { pagePath, decodePage }: Pick<Adapter<E>, 'pagePath' | 'decodePage'>,
  wanted: (record: RemoteRecord<E>) => boolean,
  signal?: AbortSignal,
): Promise<RemoteResult<RemoteRecord<E> | null>> {
  const { found, end } = await walkUntil(callApi, { pagePath, decodePage }, wanted, signal);
  return found === null || !end.ok ? end : { ...end, value: found };
}

/** All of a list, walked once, as far as it goes. */
export async function walkWhole<E extends EntityName>(
  callApi: CallApi,
  list: Pick<Adapter<E>, 'pagePath' | 'decodePage'>,
  signal?: AbortSignal,
): Promise<ListWalk<E>> {
  return walkUntil(callApi, list, () => false, signal);
}

async function walkUntil<E extends EntityName>(
  callApi: CallApi,
  list: Pick<Adapter<E>, 'pagePath' | 'decodePage'>,
  wanted: (record: RemoteRecord<E>) => boolean,
  signal?: AbortSignal,
): Promise<ListWalk<E> & { readonly found: RemoteRecord<E> | null }> {
  const records = new Map<string, RemoteRecord<E>>();
  let odd = false;
  let counted = 0;
  let end: RemoteResult<null> = { ok: true, value: null, requestId: '' };
  let found: RemoteRecord<E> | undefined;
  for await (const answer of listPages(callApi, list, signal)) {
    end = answer.ok ? { ...answer, value: null } : answer;
    if (!answer.ok) break;
    for (const record of answer.value.records) records.set(record.id, record);
    found = answer.value.records.find(wanted);
    if (found !== undefined) break;
    odd ||= answer.value.unread.length > 0;
    counted = answer.value.total ?? 0;
  }
  const short = end.ok && found === undefined && (odd || records.size < counted);
  return {
    records: [...records.values()],
    end: short ? strangeAnswer(false) : end,
    found: found ?? null,
  };
}

/**
 * A list page by page, until one brings nothing new: a service may give fewer at once than it was asked for, count fewer than it
 * shows, or heed no offset. What is counted and shown to its end, and what is counted nowhere, ends with the page that says so. A
 * failure ends it.
 */
export async function* listPages<E extends EntityName>(
  callApi: CallApi,
  { pagePath, decodePage }: Pick<Adapter<E>, 'pagePath' | 'decodePage'>,
  signal?: AbortSignal,
): AsyncGenerator<RemoteResult<ListPage<E>>> {
  const met = new Set<string>();
  for (let offset = 0; ; ) {
    const answer = await callApi({ method: 'GET', path: pagePath({ offset, limit }) }, signal);
    const page = answer.ok ? decodePage(answer.value) : undefined;
    if (!answer.ok || page === undefined) {
      yield answer.ok ? strangeAnswer(false) : answer;
      return;
    }
    const before = met.size;
    const ids = new Set([...page.records, ...page.unread].map(({ id }) => id));
    for (const id of ids) met.add(id);
    yield { ...answer, value: page };
    offset += ids.size;
    // One that stands twice on a page fills it all the same.
    const isFull = page.records.length + page.unread.length >= limit;
    const ends = !isFull && (page.total === null || offset === page.total);
    if (met.size === before || ends) return;
  }
}
