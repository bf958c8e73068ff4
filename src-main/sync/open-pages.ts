import type { EntityName } from '@shared/domain/entity';
import { cursorPages } from './cursor-pages';
import { fetchSteadily, type Patience } from './fetch-steadily';
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

/** What of a walk asking for pages takes. */
export type PagesContext<E extends EntityName> = Patience & Pick<WalkContext<E>, 'entity' | 'port' | 'now'>;

/** The pages of a collection from where its walk stands. Only users can be walked by cursor. */
export function openPages<E extends EntityName>(context: PagesContext<E>, walk: WalkState): Pages<E> {
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
