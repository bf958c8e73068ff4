import { engine } from '@renderer/bridge/engine';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { Failure } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import { useEffect, useState } from 'react';

interface HistoryRange {
  /** Undefined while on its way. `from` is 0 before the first complete copy. */
  readonly range: OutputOf<'historyRange'> | undefined;
  readonly failure: Failure | undefined;
}

/** Since when moments can be shown, until now; asked again when data has changed. */
export function useHistoryRange(): HistoryRange {
  const version = useDataVersion();
  const [state, setState] = useState<HistoryRange>({ range: undefined, failure: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    void engine.call('historyRange', {}).then((result) => {
      if (ended) return;
      setState(
        result.ok ? { range: result.value, failure: undefined } : { range: undefined, failure: result.error },
      );
    });
    return () => {
      ended = true;
    };
  }, [version]);
  return state;
}
