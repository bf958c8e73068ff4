import type { EntityName } from '@shared/domain/entity';
import type { WalkCursor } from './walk-state';
import type { FetchedPage, FetchPage, Pages } from './walked-page';

export interface OffsetWalk<E extends EntityName> {
  readonly fetch: FetchPage<E>;
  readonly from: WalkCursor;
  /** What the service is believed to hold, 0 when unknown. */
  readonly total: number;
  readonly limit: number;
  /** Records that each page shares with the one before, if nothing moves; 0 looks for no such thing. */
  readonly overlap: number;
  /** Pages asked for at once. */
  readonly ahead: number;
}

/** Pages in a row that bring nothing new: the walk does not move then, whatever the service counts. */
const mostIdle = 3;
/** Steps back for one page that overlaps; behind them the gap is taken, and told by `moved`. */
const mostStepsBack = 12;

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
 * `moved`, for a confirming pass. A service that gives fewer at once than it was asked for is walked in its own steps; one that counts
 * fewer than it shows is walked until it shows nothing more.
 */
export async function* offsetPages<E extends EntityName>(walk: OffsetWalk<E>): Pages<E> {
  const { fetch, limit, ahead } = walk;
  let { tail } = walk.from;
  let before: ReadonlySet<string> = new Set(tail);
  const met = new Set<string>(tail);
  let next = walk.from.offset;
  let total = walk.total;
  /** What a page holds at most, as far as is known; what it shares with the next follows from it. */
  let full = limit;
  const shared = (): number => Math.min(walk.overlap, Math.floor(full / 4));
  const step = (): number => full - shared();
  let back = step();
  let stepsBack = 0;
  let idle = 0;
  let first = true;
  let asked: { readonly offset: number; readonly page: Promise<FetchedPage<E>> }[] = [];

  for (;;) {
    while (asked.length === 0 || (asked.length < ahead && next < total)) {
      asked.push({ offset: next, page: fetch({ offset: next, limit }, Math.floor(next / step())) });
      next += step();
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
    const meets = offset === 0 || before.size === 0 || shared() === 0 || ids.some((id) => before.has(id));
    if (!meets && stepsBack < mostStepsBack) {
      asked = [];
      next = Math.max(0, offset - back);
      back *= 2;
      stepsBack += 1;
      continue;
    }
    const aligned = meets && (offset === 0 || tail.every((id, index) => ids[index] === id));
    // It goes on where the page before ended, or there is nothing behind that one. A first page that is short is the service's own limit.
    const proven = ids.length === 0 || (aligned && tail.length > 0);
    const known = met.size;
    for (const id of ids) met.add(id);
    idle = met.size > known ? 0 : idle + 1;
    const counted = offset + ids.length === total;
    const short = ids.length < full && !counted;
    const ends = counted && ids.length < limit;
    const last = ids.length === 0 || ends || idle >= mostIdle;
    if (short && !last) {
      full = ids.length;
      asked = [];
      next = offset + step();
    }
    const behind = Math.max(0, ids.length - shared());
    const cursor = { offset: offset + behind, tail: ids.slice(behind) };
    before = new Set(ids);
    tail = cursor.tail;
    yield {
      ...result,
      value: {
        ...result.value,
        requestedAt,
        cursor,
        moved: stepsBack > 0 || !aligned || (!proven && ((short && !first) || idle > 0)),
        last,
      },
    };
    if (last) return;
    first = false;
    if (idle === 0) {
      back = step();
      stepsBack = 0;
    }
  }
}
