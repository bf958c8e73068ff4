import { useEffect, useRef } from 'react';
import type { KeyPress } from '../format/key-name';

/** The table or list that the keyboard goes back to. */
interface MainTable {
  readonly focus: (how?: FocusOptions) => void;
  /** Takes a key that was pressed elsewhere; false when it means nothing there. */
  readonly press: (press: KeyPress) => boolean;
}

const tables = new Set<{ readonly current: MainTable }>();

/** Makes a table or list the one of its screen, unless there is one already. */
export function useMainTable(table: MainTable): void {
  const latest = useRef(table);
  latest.current = table;
  useEffect(() => {
    tables.add(latest);
    return () => {
      tables.delete(latest);
    };
  }, []);
}

/** The screen's table, if it has one. */
export function mainTable(): MainTable | undefined {
  return [...tables][0]?.current;
}
