import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { CallApi } from './call-api';
import type { Adapter } from './entities/adapter';
import { strangeAnswer } from './strange-answer';

/** Most that a page may hold (spec: `LimitParameter`). */
const limit = 500;

/**
 * The first record of a list that is wanted, page by page; null when none of them is. For what the service has neither an
 * address nor a filter for. A record that cannot be read may be the one: nothing is said then.
 */
export async function walkList<E extends EntityName>(
  callApi: CallApi,
  { pagePath, decodePage }: Pick<Adapter<E>, 'pagePath' | 'decodePage'>,
  wanted: (record: RemoteRecord<E>) => boolean,
  signal?: AbortSignal,
): Promise<RemoteResult<RemoteRecord<E> | null>> {
  let odd = false;
  for (let offset = 0; ; offset += limit) {
    const answer = await callApi({ method: 'GET', path: pagePath({ offset, limit }) }, signal);
    if (!answer.ok) return answer;
    const page = decodePage(answer.value);
    if (page === undefined) return strangeAnswer(false);
    const found = page.records.find(wanted);
    if (found !== undefined) return { ...answer, value: found };
    odd ||= page.unread.length > 0;
    const seen = page.records.length + page.unread.length;
    const last = page.total === null ? seen < limit : seen === 0 || offset + seen >= page.total;
    if (last) return odd ? strangeAnswer(false) : { ...answer, value: null };
  }
}
