import type { HistoryPart, ToldEntry } from '@shared/contract/history';

/** History as far as it was read, newest first: the parts of it, joined. */
export type ReadHistory = Omit<HistoryPart, 'entries' | 'folded'> & {
  readonly entries: readonly ToldEntry[];
  /** Seqs of entries that are not read, newest first, by gesture or change set. */
  readonly folded: Readonly<Record<string, readonly number[]>>;
};

/** The newest part before what is read already; where a gap would be between them, the part stands alone. Pure. */
export function withNewer(read: ReadHistory | undefined, part: HistoryPart): ReadHistory {
  if (read === undefined || (part.next !== null && part.next > read.newest + 1)) return part;
  const isNew = (seq: number): boolean => seq > read.newest;
  const news = Object.entries(part.folded).map(([key, seqs]) => [key, seqs.filter(isNew)] as const);
  return {
    ...read,
    newest: part.newest,
    entries: [...part.entries.filter(({ seq }) => isNew(seq)), ...read.entries],
    folded: withFolded(Object.fromEntries(news), read.folded),
  };
}

/** The next older part behind what is read. Pure. */
export function withOlder(read: ReadHistory, { entries, folded, next, lookedTo }: HistoryPart): ReadHistory {
  return {
    ...{ newest: read.newest, next, lookedTo },
    entries: [...read.entries, ...entries],
    folded: withFolded(read.folded, folded),
  };
}

/** Entries that were folded away, where they belong. Pure. */
export function withUnfolded(read: ReadHistory, key: string, entries: readonly ToldEntry[]): ReadHistory {
  const known = new Set(read.entries.map(({ seq }) => seq));
  const told = new Set(entries.map(({ seq }) => seq));
  const all = [...read.entries, ...entries.filter(({ seq }) => !known.has(seq))];
  return {
    ...read,
    entries: all.sort((one, other) => other.seq - one.seq),
    folded: { ...read.folded, [key]: (read.folded[key] ?? []).filter((seq) => !told.has(seq)) },
  };
}

function withFolded(
  newer: ReadHistory['folded'],
  older: ReadHistory['folded'],
): Record<string, readonly number[]> {
  const keys = new Set([...Object.keys(newer), ...Object.keys(older)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, [...(newer[key] ?? []), ...(older[key] ?? [])]] as const),
  );
}
