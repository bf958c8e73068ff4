import { useCallback, useEffect, useRef, useState } from 'react';

interface Rows<T> {
  /** How many there are. */
  readonly count: number;
  /** Undefined while it is on its way. */
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
}

interface Place {
  readonly index: number;
  /** Of the row that stood there as it was chosen; null where it was not read, undefined at the start: then the first place is meant. */
  readonly id: string | null | undefined;
}

/** How far away a row is looked for that has moved. */
const reach = 200;

export interface Cursor<T> {
  /** Where the row stands that keys act on. */
  readonly active: number;
  /** The row that stands there is looked up where it is not named. */
  readonly setActive: (index: number, row?: T) => void;
  /** At the first place, whatever stands there. */
  readonly reset: () => void;
}

/** Where keys act: on a row, not on a place. Rows come and go above it in a sync, and it stays with its own. */
export function useCursor<T>({ count, rowAt, idOf }: Rows<T>): Cursor<T> {
  const [kept, setKept] = useState<Place>({ index: 0, id: undefined });
  const active = Math.max(0, Math.min(count - 1, placeOf(kept, rowAt, idOf)));
  const row = rowAt(active);
  const id = row === undefined ? kept.id : idOf(row);
  // A row that is gone leaves the cursor to the one that stands in its place by now, as is shown.
  useEffect(() => {
    if (kept.id !== undefined && (kept.index !== active || kept.id !== id)) setKept({ index: active, id });
  }, [kept, active, id]);
  const latest = useRef({ rowAt, idOf });
  latest.current = { rowAt, idOf };
  const setActive = useCallback(
    (index: number, row = latest.current.rowAt(index)) =>
      setKept({ index, id: row === undefined ? null : latest.current.idOf(row) }),
    [],
  );
  const reset = useCallback(() => setKept({ index: 0, id: undefined }), []);
  return { active, setActive, reset };
}

function placeOf<T>({ index, id }: Place, rowAt: Rows<T>['rowAt'], idOf: Rows<T>['idOf']): number {
  const isAt = (at: number): boolean => {
    const row = rowAt(at);
    return row !== undefined && idOf(row) === id;
  };
  if (typeof id !== 'string') return index;
  for (let away = 0; away <= reach; away += 1) {
    if (isAt(index + away)) return index + away;
    if (isAt(index - away)) return index - away;
  }
  return index;
}
