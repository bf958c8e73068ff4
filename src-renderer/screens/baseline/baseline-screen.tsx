import { Button, SegmentedControl } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { useFeed } from '@renderer/bridge/use-feed';
import { go, useRoute } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { t } from '@shared/language/t';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { BaselineDialog } from './baseline-dialog';
import { BaselinesView } from './baselines-view';
import { FleetHead } from './fleet-head';
import { MatrixView } from './matrix-view';

/** A fleet held to its baselines: how far every application is, setting by setting; or the baselines themselves: `view` in the route. */
export function BaselineScreen() {
  const view = useRoute(({ route }) => route.params.view);
  const baselines = useBook('baseline');
  const summary = useFeed('fleetSummary', {}).value;
  const [making, setMaking] = useState(false);
  const dialog = making && <BaselineDialog onClose={() => setMaking(false)} />;
  if (baselines?.length === 0 && view !== 'books') {
    return (
      <>
        <EmptyState
          icon={ListChecks}
          title={t('No baseline yet')}
          text={t(
            'A baseline says what settings should be: for all applications, for a group of them, or for one customer. Start with an application that is as you want them all; every other one is then measured by it.',
          )}
          actions={
            <>
              <Button leftSection={<Plus size={13} aria-hidden />} onClick={() => setMaking(true)}>
                {t('New baseline…')}
              </Button>
              <Button variant="default" onClick={() => go('baseline', { params: { view: 'books' } })}>
                {t('Groups of applications')}
              </Button>
            </>
          }
        />
        {dialog}
      </>
    );
  }
  const chip = (
    <SegmentedControl
      size="xs"
      aria-label={t('What of the fleet is shown')}
      data={[
        { value: 'matrix', label: t('Matrix') },
        { value: 'books', label: t('Baselines and groups') },
      ]}
      value={view === 'books' ? 'books' : 'matrix'}
      onChange={(to) => go('baseline', { params: to === 'books' ? { view: to } : {} })}
    />
  );
  return (
    <>
      {view === 'books' ? (
        <BaselinesView chip={chip} onNew={() => setMaking(true)} />
      ) : (
        <MatrixView chip={chip} summary={summary} head={<FleetHead summary={summary} />} />
      )}
      {dialog}
    </>
  );
}
