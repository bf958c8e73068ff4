import type { EntityName } from '@shared/domain/entity';
import type { WalkCursor } from './walk-state';
import type { FetchedPage, FetchPage, Pages } from './walked-page';

export interface OffsetWalk<E extends EntityName> {
  readonly fetch: FetchPage<E>;
  readonly from: WalkCursor;
  /** What the service is believed to hold, 0 when unknown. */
  readonly total: number;
  readonly limit: number;
  /** Records that each page shares with the one before, if nothing moves. */
  readonly overlap: number;
  /** Pages asked for at once. */
  readonly ahead: number;
}

/**
 * Walks a list by offset while others insert into it and delete from it.
 *
 *     page k    |----------------====|
 *     page k+1                  |====----------------|
 *                                ^ overlap: the same ids as the tail of page k, or the list moved
 *
 * The list has one order. If two pages share a record, nothing that kept its place in the order lies between them unseen,
 * whenever the two were fetched. If they share none, deletions have pulled the list away under the walk: it steps back,
 * further each time, until they do. Records that change their place (and with them every move at all) are reported by
 * `moved`, for a confirming pass.
 */
export async function* offsetPages<E extends EntityName>(walk: OffsetWalk<E>): Pages<E> {
  const { fetch, limit, overlap, ahead } = walk;
  const step = limit - overlap;
  let { tail } = walk.from;
  let before: ReadonlySet<string> = new Set(tail);
  let next = walk.from.offset;
  let total = walk.total;
  let back = step;
  let steppedBack = false;
  let asked: { readonly offset: number; readonly page: Promise<FetchedPage<E>> }[] = [];

  for (;;) {
    while (asked.length === 0 || (asked.length < ahead && next < total)) {
      asked.push({ offset: next, page: fetch({ offset: next, limit }, Math.floor(next / step)) });
      next += step;
    }
    const [head, ...rest] = asked;
    if (head === undefined) return;
    const { offset } = head;
    const { result, requestedAt } = await head.page;
    asked = rest;
    if (!result.ok) {
      yield result;
      return;
    }
    const { ids } = result.value;
    total = result.value.total;
    if (offset > 0 && before.size > 0 && !ids.some((id) => before.has(id))) {
      asked = [];
      next = Math.max(0, offset - back);
      back *= 2;
      steppedBack = true;
      continue;
    }
    const aligned = offset === 0 || tail.every((id, index) => ids[index] === id);
    const short = ids.length < limit && offset + ids.length < total;
    const last = ids.length <= overlap || offset + ids.length >= total;
    if (short && !last) {
      asked = [];
      next = offset + ids.length - overlap;
    }
    before = new Set(ids);
    tail = ids.slice(-overlap);
    yield {
      ...result,
      value: {
        ...result.value,
        requestedAt,
        cursor: { offset: offset + Math.max(0, ids.length - overlap), tail },
        moved: steppedBack || short || !aligned,
        last,
      },
    };
    if (last) return;
    back = step;
    steppedBack = false;
  }
}
