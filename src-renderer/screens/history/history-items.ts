import { formatDay } from '@renderer/ui/format/format-time';
import type { ToldEntry } from '@shared/contract/history';
import { t } from '@shared/language/t';
import type { ReadHistory } from './with-newer';

interface OnDay {
  readonly id: string;
  /** Set on the first item of each day: `Today`, `Yesterday`, `Friday, 20 November 2026`. */
  readonly day: string | null;
}

/**
 * A line of the feed: an entry, by itself or inside of a group that is open; entries that one gesture or change set made; those of it
 * that are not shown yet; and the end of a look that found too little.
 */
export type HistoryItem =
  | (OnDay & { readonly kind: 'entry'; readonly entry: ToldEntry; readonly inside: boolean })
  | (OnDay & {
      readonly kind: 'group';
      readonly entries: readonly ToldEntry[];
      /** Seqs of those that are not read. */
      readonly rest: readonly number[];
    })
  | (OnDay & { readonly kind: 'more'; readonly group: string; readonly left: number })
  | (OnDay & { readonly kind: 'end'; readonly lookedTo: number });

/** Entries of one gesture or change set. */
export type HistoryGroup = Extract<HistoryItem, { readonly kind: 'group' }>;

interface Shown {
  /** Groups that are open, by id, with the entries of each that are shown. */
  readonly opened?: ReadonlyMap<string, number>;
  /** ms. */
  readonly now: number;
}

/**
 * Entries, newest first, with a heading where a day begins. What belongs together stands where the newest of it stood; it is one line until
 * its id is among `opened`. Pure.
 */
export function historyItems(
  { entries, folded, lookedTo }: Pick<ReadHistory, 'entries' | 'folded' | 'lookedTo'>,
  { now, opened = new Map() }: Shown,
): readonly HistoryItem[] {
  const groups = new Map<string, ToldEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  let last = '';
  const items = [...groups].flatMap(([id, own]): readonly HistoryItem[] => {
    const [newest] = own;
    if (newest === undefined) return [];
    const today = dayOf(newest.at, now);
    const day = today === last ? null : today;
    last = today;
    const rest = folded[newest.part?.key ?? ''] ?? [];
    if (own.length + rest.length === 1)
      return [{ kind: 'entry', id: newest.id, day, entry: newest, inside: false }];
    const within = own.slice(0, opened.get(id) ?? 0);
    const left = own.length + rest.length - within.length;
    return [
      { kind: 'group', id, day, entries: own, rest },
      ...within.map((entry) => ({ kind: 'entry' as const, id: entry.id, day: null, entry, inside: true })),
      ...(within.length > 0 && left > 0
        ? [{ kind: 'more' as const, id: `more:${id}`, day: null, group: id, left }]
        : []),
    ];
  });
  return lookedTo === null ? items : [...items, { kind: 'end', id: 'end', day: null, lookedTo }];
}

/** Before the key of a gesture or change set in the id of its line. */
export const groupPrefix = 'part ';

const keyOf = ({ id, part }: ToldEntry): string => (part === null ? id : `${groupPrefix}${part.key}`);

function dayOf(at: number, now: number): string {
  const date = new Date(at).toDateString();
  const today = new Date(now);
  if (date === today.toDateString()) return t('Today');
  today.setDate(today.getDate() - 1);
  return date === today.toDateString() ? t('Yesterday') : formatDay(at);
}
