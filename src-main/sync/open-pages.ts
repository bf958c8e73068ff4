import type { EntityName } from '@shared/domain/entity';
import { cursorPages } from './cursor-pages';
import { fetchSteadily } from './fetch-steadily';
import { offsetPages } from './offset-pages';
import type { WalkContext } from './walk-context';
import type { WalkState } from './walk-state';
import type { FetchPage, Pages } from './walked-page';

/** The most that the service gives at once (spec: `components.parameters.LimitParameter`). */
const limit = 500;
/** Deletions between two pages that the walk takes without stepping back; costs 2 % more requests. */
const overlap = 10;
/** Pages of one list asked for at once. */
const ahead = 4;

/** The pages of a collection from where its walk stands. Only users can be walked by cursor. */
export function openPages<E extends EntityName>(context: WalkContext<E>, walk: WalkState): Pages<E> {
  const { entity, port, now, signal } = context;
  const fetch: FetchPage<E> = async (page) => {
    let requestedAt = now();
    const result = await fetchSteadily(() => {
      requestedAt = now();
      return port.fetchPage(entity, page, signal);
    }, context);
    return { requestedAt, result };
  };
  return entity === 'user'
    ? cursorPages({ fetch, from: walk.cursor, limit, keep: overlap })
    : offsetPages({ fetch, from: walk.cursor, total: walk.total, limit, overlap, ahead });
}
