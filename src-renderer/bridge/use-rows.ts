import type { Failure } from '@shared/contract/failure';
import type { PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { useCallback, useEffect, useRef, useState } from 'react';
import { decodeRecord } from './decode-record';
import { engine } from './engine';
import { openPageWindows, type PageWindows, windowSize } from './page-windows';

export interface Row<E extends EntityName> {
  readonly record: StoredRecord<E>;
  readonly extras: JsonObject;
}

export interface RowsState<E extends EntityName> {
  /** Undefined until the first page is there. */
  readonly total: number | undefined;
  readonly totalIsLowerBound: boolean;
  readonly failure: Failure | undefined;
  /** True while a changed query has not answered yet: what is shown belongs to the last one. */
  readonly stale: boolean;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row<E> | undefined;
  /** The table says what is on screen, `to` exclusive. */
  readonly show: (from: number, to: number) => void;
}

interface Loaded<E extends EntityName> {
  readonly key: string;
  readonly total: number | undefined;
  readonly lowerBound: boolean;
  readonly failure: Failure | undefined;
  readonly windows: ReadonlyMap<number, readonly (Row<E> | undefined)[]>;
}

/** Rows of a query for a virtual table: only the windows around what is on screen are held and kept live. */
export function useRows<E extends EntityName>(entity: E, query: Omit<PageRequest, 'entity'>): RowsState<E> {
  const key = JSON.stringify({ ...query, entity });
  const range = useRef({ from: 0, to: 60 });
  const windows = useRef<PageWindows | null>(null);
  const [loaded, setLoaded] = useState<Loaded<E>>({ ...empty, key, windows: new Map() });

  useEffect(() => {
    const opened = openPageWindows(engine, JSON.parse(key) as PageRequest, {
      page: (index, page) => {
        const rows = page.rows.map((raw) => {
          const record = decodeRecord(entity, raw);
          return record === null ? undefined : { record, extras: page.extras[record.id] ?? {} };
        });
        setLoaded((last) => ({
          key,
          total: page.total,
          lowerBound: page.totalIsLowerBound,
          failure: undefined,
          windows: new Map(last.key === key ? last.windows : []).set(index, rows),
        }));
      },
      drop: (index) =>
        setLoaded((last) => {
          if (!last.windows.has(index)) return last;
          const kept = new Map(last.windows);
          kept.delete(index);
          return { ...last, windows: kept };
        }),
      failed: (failure) => setLoaded((last) => ({ ...last, key, failure })),
    });
    windows.current = opened;
    opened.show(range.current.from, range.current.to);
    return () => {
      windows.current = null;
      opened.close();
    };
  }, [entity, key]);

  const show = useCallback((from: number, to: number) => {
    range.current = { from, to };
    windows.current?.show(from, to);
  }, []);
  const rowAt = useCallback(
    (index: number) => loaded.windows.get(Math.floor(index / windowSize))?.[index % windowSize],
    [loaded.windows],
  );
  return {
    total: loaded.total,
    totalIsLowerBound: loaded.lowerBound,
    failure: loaded.failure,
    stale: loaded.key !== key,
    rowAt,
    show,
  };
}

const empty = { total: undefined, lowerBound: false, failure: undefined } as const;
