import type { RemotePage } from '@main/identity/identity-port';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { cursorPages } from './cursor-pages';
import { offsetPages } from './offset-pages';
import type { PageProof } from './page-proof';
import type { Patience, WalkContext } from './walk-context';
import { mostPasses, type WalkState } from './walk-state';
import type { FetchPage, Pages } from './walked-page';

/** The most that the service gives at once (spec: `components.parameters.LimitParameter`). */
const limit = 500;
/** Deletions between two pages that the walk takes without stepping back; costs 2 % more requests. */
const overlap = 10;
/** Pages of one list asked for at once. */
const ahead = 4;

/**
 * Pages of a repairing pass: cut elsewhere each time, because a service without one order among equals loses records where
 * pages meet, and without overlap once, because one may round offsets to whole pages. Null for a pass that repairs nothing.
 */
function repairPages({ pass }: WalkState): { readonly limit: number; readonly overlap: number } | null {
  const cuts = [
    [250, 0],
    [400, 12],
    [175, 3],
    [330, 17],
    [110, 7],
    [450, 25],
  ] as const;
  const repair = pass - mostPasses - 1;
  const [limit, overlap] = cuts[repair % cuts.length] ?? [];
  if (limit === undefined || overlap === undefined) return null;
  // The second round is cut in yet other places.
  return repair < cuts.length ? { limit, overlap } : { limit: limit - 40, overlap: overlap + 2 };
}

/** What of a walk asking for pages takes. `recall`: the proof of the page asked for at this place the last time. */
export interface PagesContext<E extends EntityName>
  extends Patience,
    Pick<WalkContext<E>, 'entity' | 'port' | 'now'> {
  readonly recall: (place: number, at: string) => Promise<PageProof | null>;
}

/** The pages of a collection from where its walk stands, as the service gives them. */
export function openPages<E extends EntityName>(context: PagesContext<E>, walk: WalkState): Pages<E> {
  const { entity, port, now, signal, recall } = context;
  const fetch: FetchPage<E> = async (page, place) => {
    let requestedAt = now();
    const ask = (known?: PageProof): Promise<RemoteResult<RemotePage<E>>> =>
      askSteadily(
        'sweep',
        () => {
          requestedAt = now();
          return port.fetchPage(entity, known === undefined ? page : { ...page, known }, signal);
        },
        context,
      );
    const at = page.startingAfter ?? String(page.offset);
    const proof = await recall(place, at);
    const result = await ask(proof ?? undefined);
    if (!result.ok) return { requestedAt, result };
    const { records, unread, partial, total, digest } = result.value;
    const known = proof?.digest === digest ? proof : null;
    // One that a page shows twice is one: behind its second place the cursor would stand at the first.
    const shown = new Set([...records, ...partial, ...unread].map(({ id }) => id));
    const value = {
      ids: known?.ids ?? [...shown],
      records: known === null ? records : null,
      ...{ unread, partial, total, digest, place, at, proof: known },
      askAgain: () => ask(),
    };
    return { requestedAt, result: { ...result, value } };
  };
  const repair = repairPages(walk);
  if (repair !== null) return offsetPages({ fetch, from: walk.cursor, total: walk.total, ahead, ...repair });
  return port.pagesBy(entity) === 'cursor'
    ? cursorPages({ fetch, from: walk.cursor, limit, keep: overlap })
    : offsetPages({ fetch, from: walk.cursor, total: walk.total, limit, overlap, ahead });
}
