import type { EntityName } from '@shared/domain/entity';
import type { WalkCursor } from './walk-state';
import type { FetchPage, Pages } from './walked-page';

export interface CursorWalk<E extends EntityName> {
  readonly fetch: FetchPage<E>;
  readonly from: WalkCursor;
  readonly limit: number;
  /** Ids kept to go on from when the last one is deleted meanwhile. */
  readonly keep: number;
}

/**
 * Walks a list until no page brings anything new; a service may give fewer at once than it was asked for, and one that does
 * not heed the cursor brings the same page for ever.
 *
 * "Starting after this id" is a place that insertions and deletions cannot shift. The next page is asked for while
 * the one before is still being written. When the id was deleted, the service refuses it (422): the walk goes on after the
 * one before, and from the head of the list when none of them is left.
 */
export async function* cursorPages<E extends EntityName>(walk: CursorWalk<E>): Pages<E> {
  const { fetch, limit, keep } = walk;
  let { tail, offset } = walk.from;
  /** What a full page holds, as far as is known. */
  let full = limit;
  const met = new Set<string>();
  const ask = () => {
    const startingAfter = tail.at(-1);
    const place = startingAfter === undefined ? 0 : Math.ceil(offset / limit);
    return fetch({ offset: 0, limit, ...(startingAfter !== undefined && { startingAfter }) }, place);
  };
  let asked = ask();
  for (;;) {
    const { result, requestedAt } = await asked;
    if (!result.ok) {
      if (result.failure.kind === 'invalid' && tail.length > 0) {
        tail = tail.slice(0, -1);
        asked = ask();
        continue;
      }
      yield result;
      return;
    }
    const { ids } = result.value;
    const before = met.size;
    for (const id of ids) met.add(id);
    const moves = met.size > before;
    if (tail.length === 0) offset = 0;
    if (moves) offset += ids.length;
    // The count of the head is old by now; the one behind the last page tells whether the list moved.
    const counted = moves && ids.length >= full ? result : (await fetch({ offset: 0, limit: 1 }, -1)).result;
    if (!counted.ok) {
      yield counted;
      return;
    }
    const { total } = counted.value;
    const last = !moves || (ids.length < full && offset >= total);
    full = Math.min(full, Math.max(1, ids.length));
    tail = [...tail, ...ids].slice(-keep);
    if (!last) asked = ask();
    yield {
      ...result,
      value: { ...result.value, total, requestedAt, cursor: { offset, tail }, moved: false, last },
    };
    if (last) return;
  }
}
