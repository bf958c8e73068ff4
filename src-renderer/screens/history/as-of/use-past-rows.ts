import { decodeRecord } from '@renderer/bridge/decode-record';
import { engine } from '@renderer/bridge/engine';
import { windowSize, windowsOf } from '@renderer/bridge/page-windows';
import type { Failure } from '@shared/contract/failure';
import type { PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface PastRows {
  /** Undefined until the first page is there. */
  readonly total: number | undefined;
  readonly failure: Failure | undefined;
  readonly rowAt: (index: number) => StoredRecord | undefined;
  /** The table says what is on screen, `to` exclusive. */
  readonly show: (from: number, to: number) => void;
  /** Rows from one place to another (exclusive), whether they were on screen or not; fewer where a page fails. */
  readonly load: (from: number, to: number) => Promise<readonly StoredRecord[]>;
}

interface Loaded {
  readonly key: string;
  readonly total: number | undefined;
  readonly failure: Failure | undefined;
  readonly windows: ReadonlyMap<number, readonly (StoredRecord | null)[]>;
}

/** Rows of a query as they were at a moment, loaded as they come on screen. The past stands still: nothing is live. */
export function usePastRows(entity: EntityName, query: Omit<PageRequest, 'entity'>, at: number): PastRows {
  const key = JSON.stringify({ query: { ...query, entity }, at });
  const [loaded, setLoaded] = useState<Loaded>(() => nothing(key));
  const asked = useRef({ key, windows: new Set<number>() });
  const range = useRef({ from: 0, to: 60 });

  const ask = useCallback(
    (from: number, to: number) => {
      if (asked.current.key !== key) asked.current = { key, windows: new Set() };
      const question = JSON.parse(key) as { query: PageRequest; at: number };
      for (const index of windowsOf(from, to)) {
        if (asked.current.windows.has(index)) continue;
        asked.current.windows.add(index);
        const page = { ...question.query, offset: index * windowSize, limit: windowSize };
        void engine.call('pageAsOf', { query: page, at: question.at }).then((result) => {
          if (asked.current.key !== key) return;
          setLoaded((last) => {
            const same = last.key === key ? last : nothing(key);
            if (!result.ok) return { ...same, failure: result.error };
            const rows = result.value.rows.map((raw) => decodeRecord(entity, raw));
            return { ...same, total: result.value.total, windows: new Map(same.windows).set(index, rows) };
          });
        });
      }
    },
    [key, entity],
  );
  useEffect(() => ask(range.current.from, range.current.to), [ask]);
  const show = useCallback(
    (from: number, to: number) => {
      range.current = { from, to };
      ask(from, to);
    },
    [ask],
  );
  const { total, failure, windows } = loaded.key === key ? loaded : nothing(key);
  const rowAt = useCallback(
    (index: number) => windows.get(Math.floor(index / windowSize))?.[index % windowSize] ?? undefined,
    [windows],
  );
  const load = useCallback(
    async (from: number, to: number): Promise<readonly StoredRecord[]> => {
      const { query: asked, at: moment } = JSON.parse(key) as { query: PageRequest; at: number };
      const rows: StoredRecord[] = [];
      for (let offset = from; offset < to; offset += largestPage) {
        const limit = Math.min(largestPage, to - offset);
        const page = await engine.call('pageAsOf', { query: { ...asked, offset, limit }, at: moment });
        if (!page.ok) break;
        rows.push(...page.value.rows.flatMap((raw) => decodeRecord(entity, raw) ?? []));
        if (page.value.rows.length < limit) break;
      }
      return rows;
    },
    [key, entity],
  );
  return { total, failure, rowAt, show, load };
}

/** Rows that the contract gives at once. */
const largestPage = 500;

function nothing(key: string): Loaded {
  return { key, total: undefined, failure: undefined, windows: none };
}

const none: Loaded['windows'] = new Map();
