import { useCallback, useMemo, useState } from 'react';

/** Rows that can be chosen at once: their drafts become one undo group, and those affected are named. */
export const mostChosen = 20_000;

/** Chosen rows by id; what is chosen outlives scrolling, so the rows themselves are kept (chosen ones only). */
export interface Selection<T> {
  readonly rows: ReadonlyMap<string, T>;
  readonly toggle: (index: number, row: T) => void;
  /** Chooses everything from the row chosen last to this one, wherever both stand by now. */
  readonly extendTo: (index: number, row: T | undefined) => void;
  /** Chooses every row of the query, of which there are `total`, loaded or not. */
  readonly chooseAll: (total: number) => void;
  /** While rows are fetched to be chosen. */
  readonly busy: boolean;
  readonly clear: () => void;
}

/** The row chosen last, and where it stood. */
interface Anchor {
  readonly index: number;
  readonly id: string | null;
}

/** How far rows may have moved while others are fetched. */
const slack = 100;

interface SelectionSource<T> {
  readonly idOf: (row: T) => string;
  /** Rows `from` to `to` (exclusive), fetched when they are not on screen. */
  readonly load: (from: number, to: number) => Promise<readonly T[]>;
}

export function useSelection<T>({ idOf, load }: SelectionSource<T>): Selection<T> {
  const [rows, setRows] = useState<ReadonlyMap<string, T>>(new Map());
  const [anchor, setAnchor] = useState<Anchor>({ index: 0, id: null });
  const [busy, setBusy] = useState(false);

  const toggle = useCallback(
    (index: number, row: T) => {
      setAnchor({ index, id: idOf(row) });
      setRows((last) => {
        const next = new Map(last);
        if (!next.delete(idOf(row))) next.set(idOf(row), row);
        return next;
      });
    },
    [idOf],
  );
  const choose = useCallback(
    async (from: number, to: number, part: (loaded: readonly T[]) => readonly T[] = (loaded) => loaded) => {
      setBusy(true);
      const added = part(await load(from, to));
      setRows((last) => new Map([...last, ...added.map((row) => [idOf(row), row] as const)]));
      setBusy(false);
    },
    [idOf, load],
  );
  const extendTo = useCallback(
    (index: number, row: T | undefined) => {
      const ends = [anchor, { index, id: row === undefined ? null : idOf(row) }];
      const from = Math.max(0, Math.min(anchor.index, index) - slack);
      void choose(from, Math.max(anchor.index, index) + slack + 1, (loaded) => {
        const places = ends.map((end) => {
          const found = loaded.findIndex((each) => idOf(each) === end.id);
          return found === -1 ? end.index - from : found;
        });
        return loaded.slice(Math.min(...places), Math.max(...places) + 1);
      });
    },
    [anchor, choose, idOf],
  );
  const chooseAll = useCallback((total: number) => void choose(0, Math.min(total, mostChosen)), [choose]);
  const clear = useCallback(() => setRows(new Map()), []);
  return useMemo(
    () => ({ rows, toggle, extendTo, chooseAll, busy, clear }),
    [rows, toggle, extendTo, chooseAll, busy, clear],
  );
}
