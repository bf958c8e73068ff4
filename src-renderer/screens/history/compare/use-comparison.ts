import { engine } from '@renderer/bridge/engine';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { Failure } from '@shared/contract/failure';
import type { Comparison } from '@shared/contract/history';
import { useEffect, useState } from 'react';

export interface ComparisonState {
  readonly comparison: Comparison | undefined;
  readonly failure: Failure | undefined;
}

/** Changes looked at; the totals count all of them. */
export const comparedChanges = 200;

/** What changed between two moments; again when data has changed. `organizationId`: '' for all. */
export function useComparison(from: number, to: number, organizationId: string): ComparisonState {
  const version = useDataVersion();
  const [state, setState] = useState<ComparisonState>({ comparison: undefined, failure: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    const scope = organizationId === '' ? {} : { organizationId };
    void engine.call('compare', { from, to, ...scope, limit: comparedChanges }).then((result) => {
      if (ended) return;
      setState(
        result.ok
          ? { comparison: result.value, failure: undefined }
          : { comparison: undefined, failure: result.error },
      );
    });
    return () => {
      ended = true;
    };
  }, [from, to, organizationId, version]);
  return state;
}
