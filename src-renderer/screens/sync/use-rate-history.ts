import type { CollectionProgress } from '@shared/contract/status';
import { useEffect, useRef, useState } from 'react';

/** Seconds that the chart looks back. */
export const historySeconds = 60;

/** Records read in each of the last seconds, the newest last; kept while the screen is open. */
export function useRateHistory(collections: readonly CollectionProgress[] | undefined): readonly number[] {
  const last = useRef<ReadonlyMap<string, number> | null>(null);
  const read = useRef(0);
  const [rates, setRates] = useState<readonly number[]>([]);
  useEffect(() => {
    if (collections === undefined) return;
    if (last.current !== null)
      for (const { entity, done } of collections) read.current += grown(last.current.get(entity) ?? 0, done);
    last.current = new Map(collections.map(({ entity, done }) => [entity, done]));
  }, [collections]);
  useEffect(() => {
    const timer = setInterval(() => {
      const count = read.current;
      read.current = 0;
      setRates((rates) => [...rates, count].slice(-historySeconds));
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return rates;
}

/** A new sweep begins to count at nothing. */
const grown = (before: number, now: number): number => (now >= before ? now - before : now);
