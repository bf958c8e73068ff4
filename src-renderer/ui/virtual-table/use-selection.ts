import { useCallback, useMemo, useState } from 'react';

/** Chosen rows by id; what is chosen outlives scrolling, so the rows themselves are kept (chosen ones only). */
export interface Selection<T> {
  readonly rows: ReadonlyMap<string, T>;
  readonly toggle: (index: number, row: T) => void;
  /** Chooses everything from the row chosen last to this one. */
  readonly extendTo: (index: number) => void;
  readonly choose: (rows: readonly T[]) => void;
  readonly clear: () => void;
}

interface SelectionSource<T> {
  readonly idOf: (row: T) => string;
  /** Rows `from` to `to` (exclusive), fetched when they are not on screen. */
  readonly load: (from: number, to: number) => Promise<readonly T[]>;
}

export function useSelection<T>({ idOf, load }: SelectionSource<T>): Selection<T> {
  const [rows, setRows] = useState<ReadonlyMap<string, T>>(new Map());
  const [anchor, setAnchor] = useState(0);

  const toggle = useCallback(
    (index: number, row: T) => {
      setAnchor(index);
      setRows((last) => {
        const next = new Map(last);
        if (!next.delete(idOf(row))) next.set(idOf(row), row);
        return next;
      });
    },
    [idOf],
  );
  const add = useCallback(
    (added: readonly T[]) =>
      setRows((last) => new Map([...last, ...added.map((row) => [idOf(row), row] as const)])),
    [idOf],
  );
  const extendTo = useCallback(
    (index: number) => void load(Math.min(anchor, index), Math.max(anchor, index) + 1).then(add),
    [anchor, load, add],
  );
  const clear = useCallback(() => setRows(new Map()), []);
  return useMemo(
    () => ({ rows, toggle, extendTo, choose: add, clear }),
    [rows, toggle, extendTo, add, clear],
  );
}
