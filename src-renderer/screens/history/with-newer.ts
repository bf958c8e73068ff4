import type { ToldEntry } from '@shared/contract/history';

interface Joined {
  readonly entries: readonly ToldEntry[];
  /** True when the page is all there is now: it did not reach back to what was there. */
  readonly whole: boolean;
}

/** The newest page before what is loaded already. Entries are numbered, newest first; where a gap would be, the page stands alone. */
export function withNewer(loaded: readonly ToldEntry[] | undefined, page: readonly ToldEntry[]): Joined {
  const newest = loaded?.[0]?.seq;
  if (loaded === undefined || newest === undefined) return { entries: page, whole: true };
  const known = page.findIndex(({ seq }) => seq <= newest);
  if (known === -1 && page.length > 0) return { entries: page, whole: true };
  return { entries: [...page.slice(0, Math.max(0, known)), ...loaded], whole: false };
}
