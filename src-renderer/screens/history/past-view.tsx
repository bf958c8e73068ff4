import { Skeleton } from '@mantine/core';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { t } from '@shared/language/t';
import { Hourglass } from 'lucide-react';
import { AsOfView } from './as-of/as-of-view';
import { CompareView } from './compare/compare-view';
import { useHistoryRange } from './use-history-range';

interface PastViewProps {
  readonly params: Readonly<Record<string, string>>;
  readonly view: 'compare' | 'as-of';
}

/** What needs to know since when the past can be told: nothing can be before the first copy is complete. */
export function PastView({ params, view }: PastViewProps) {
  const { range, failure } = useHistoryRange();
  if (failure) return <FailedTable title={t('The past cannot be read')} failure={failure} />;
  if (!range) return <Skeleton m={16} height={10} width="45%" />;
  if (range.from === 0) {
    return (
      <EmptyState
        icon={Hourglass}
        title={t('No past to look at yet')}
        text={t('The past can be shown from the moment on when the first copy of the service is complete.')}
      />
    );
  }
  return view === 'compare' ? (
    <CompareView params={params} range={range} />
  ) : (
    <AsOfView params={params} range={range} />
  );
}
