import { Skeleton } from '@mantine/core';
import { useStatus } from '@renderer/state/status-context';
import { useWorkspace } from '@renderer/state/use-session';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { t } from '@shared/language/t';
import { CollectionsTable } from './collections-table';
import { RateChart } from './rate-chart';
import { SandboxWeatherPanel } from './sandbox-weather';
import { SweepTimes } from './sweep-times';
import { SyncHead } from './sync-head';
import classes from './sync-screen.module.css';
import { ThrottleStrip } from './throttle-strip';
import { useRateHistory } from './use-rate-history';

/** How fresh the copy is, how far the sweep is, how fast, what failed, and what can be done about it. */
export function SyncScreen() {
  const status = useStatus();
  const sandbox = useWorkspace()?.kind === 'sandbox';
  const rates = useRateHistory(status?.collections);
  if (!status) return <Skeleton m={16} height={10} width="40%" />;
  const { freshness, collections, throttled } = status;
  return (
    <ScrollBody label={t('Sync')}>
      <SyncHead freshness={freshness} collections={collections} />
      <ThrottleStrip throttled={throttled} />
      <CollectionsTable
        collections={collections}
        interrupted={freshness.kind === 'offline' || freshness.kind === 'key-refused'}
      />
      <div className={classes.panels}>
        <RateChart rates={rates} />
        <SweepTimes collections={collections} />
        {sandbox && <SandboxWeatherPanel />}
      </div>
    </ScrollBody>
  );
}
