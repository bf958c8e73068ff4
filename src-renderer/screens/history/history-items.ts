import { formatDay } from '@renderer/ui/format/format-time';
import type { ToldEntry } from '@shared/contract/history';
import { t } from '@shared/language/t';

interface OnDay {
  readonly id: string;
  /** Set on the first item of each day: `Today`, `Yesterday`, `Friday, 20 November 2026`. */
  readonly day: string | null;
}

/** A line of the feed: an entry, by itself or inside of a group that is open; or entries that one gesture or change set made. */
export type HistoryItem =
  | (OnDay & { readonly kind: 'entry'; readonly entry: ToldEntry; readonly inside: boolean })
  | (OnDay & { readonly kind: 'group'; readonly entries: readonly ToldEntry[] });

/**
 * Entries, newest first, with a heading where a day begins. What belongs together stands where the newest of it stood; it is one line until
 * its id is among `opened`. `now` in ms. Pure.
 */
export function historyItems(
  entries: readonly ToldEntry[],
  now: number,
  opened: ReadonlySet<string> = new Set(),
): readonly HistoryItem[] {
  const groups = new Map<string, ToldEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  let last = '';
  return [...groups].flatMap(([id, own]): readonly HistoryItem[] => {
    const [newest] = own;
    if (newest === undefined) return [];
    const today = dayOf(newest.at, now);
    const day = today === last ? null : today;
    last = today;
    if (own.length === 1) return [{ kind: 'entry', id: newest.id, day, entry: newest, inside: false }];
    const within = opened.has(id) ? own : [];
    return [
      { kind: 'group', id, day, entries: own },
      ...within.map((entry) => ({ kind: 'entry' as const, id: entry.id, day: null, entry, inside: true })),
    ];
  });
}

const keyOf = ({ id, part }: ToldEntry): string => (part === null ? id : `part ${part.key}`);

function dayOf(at: number, now: number): string {
  const date = new Date(at).toDateString();
  const today = new Date(now);
  if (date === today.toDateString()) return t('Today');
  today.setDate(today.getDate() - 1);
  return date === today.toDateString() ? t('Yesterday') : formatDay(at);
}
