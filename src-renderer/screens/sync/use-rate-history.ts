import type { CollectionProgress } from '@shared/contract/status';
import { useEffect, useRef, useState } from 'react';

/** Seconds that the chart looks back. */
export const historySeconds = 60;

/** Records per second over all collections, one figure a second, the newest last; kept while the screen is open. */
export function useRateHistory(collections: readonly CollectionProgress[] | undefined): readonly number[] {
  const now = useRef(0);
  now.current = (collections ?? []).reduce((sum, { rate }) => sum + rate, 0);
  const [rates, setRates] = useState<readonly number[]>([]);
  useEffect(() => {
    const timer = setInterval(
      () => setRates((last) => [...last, Math.round(now.current)].slice(-historySeconds)),
      1_000,
    );
    return () => clearInterval(timer);
  }, []);
  return rates;
}
