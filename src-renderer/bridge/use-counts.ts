import type { PageRequest } from '@shared/contract/page';
import { useEffect, useState } from 'react';
import { engine } from './engine';

/** How many rows each query finds, in the order of the queries; asked again whenever `version` changes. Empty until known. */
export function useCounts(queries: readonly PageRequest[], version: string): readonly number[] {
  const key = JSON.stringify(queries);
  const [counts, setCounts] = useState<readonly number[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    const asked = JSON.parse(key) as readonly PageRequest[];
    void Promise.all(asked.map((query) => engine.call('page', { ...query, limit: 1 }))).then((results) => {
      if (!ended) setCounts(results.map((result) => (result.ok ? result.value.total : 0)));
    });
    return () => {
      ended = true;
    };
  }, [key, version]);
  return counts;
}
