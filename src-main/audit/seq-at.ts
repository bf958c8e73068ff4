import type { Store } from '@main/store/store';

/** Seq of the newest entry, 0 when there is none. */
export async function lastSeq(store: Store): Promise<number> {
  const [newest] = await store.history({ limit: 1 });
  return newest?.seq ?? 0;
}

/** Seq of the last entry that was observed at or before a moment (ms), 0 when there is none: a few reads, by halving. */
export async function seqAt(store: Store, moment: number): Promise<number> {
  let low = 0;
  let high = await lastSeq(store);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [entry] = await store.history({ limit: 1, beforeSeq: middle + 1 });
    if (entry !== undefined && entry.at <= moment) low = middle;
    else high = middle - 1;
  }
  return low;
}
