import { formatDay } from '@renderer/ui/format/format-time';
import type { HistoryEntry } from '@shared/domain/history-entry';

export interface HistoryItem {
  readonly entry: HistoryEntry;
  /** Set on the first entry of each day: `Today`, `Yesterday`, `Friday, 20 November 2026`. */
  readonly day: string | null;
}

/** Entries, newest first, with a heading where a day begins. `now` in ms. */
export function historyItems(entries: readonly HistoryEntry[], now: number): readonly HistoryItem[] {
  let last = '';
  return entries.map((entry) => {
    const day = dayOf(entry.at, now);
    const item = { entry, day: day === last ? null : day };
    last = day;
    return item;
  });
}

function dayOf(at: number, now: number): string {
  const date = new Date(at).toDateString();
  const today = new Date(now);
  if (date === today.toDateString()) return 'Today';
  today.setDate(today.getDate() - 1);
  return date === today.toDateString() ? 'Yesterday' : formatDay(at);
}
