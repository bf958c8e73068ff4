import { Skeleton } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { useDataVersion } from '@renderer/state/use-data-version';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import type { Failure } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import { AsOfView } from './as-of/as-of-view';
import { CompareView } from './compare/compare-view';

interface PastViewProps {
  readonly params: Readonly<Record<string, string>>;
  readonly view: 'compare' | 'as-of';
}

/** What needs to know since when the past can be told: nothing can be before the first copy is complete. */
export function PastView({ params, view }: PastViewProps) {
  const { range, failure } = useHistoryRange();
  if (failure) return <FailedTable title="The past cannot be read" failure={failure} />;
  if (!range) return <Skeleton m={16} height={10} width="45%" />;
  if (range.from === 0) {
    return (
      <EmptyState
        icon={Hourglass}
        title="No past to look at yet"
        text="The past can be shown from the moment on when the first copy of the service is complete."
      />
    );
  }
  return view === 'compare' ? (
    <CompareView params={params} range={range} />
  ) : (
    <AsOfView params={params} range={range} />
  );
}

interface HistoryRange {
  /** Undefined while on its way. `from` is 0 before the first complete copy. */
  readonly range: OutputOf<'historyRange'> | undefined;
  readonly failure: Failure | undefined;
}

/** Since when moments can be shown, until now; asked again when data has changed. */
function useHistoryRange(): HistoryRange {
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
