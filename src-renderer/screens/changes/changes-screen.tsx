import { Skeleton } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { openCount } from '@renderer/state/open-count';
import { tidyReview } from '@renderer/state/review';
import { useStatus } from '@renderer/state/status-context';
import { useReview } from '@renderer/state/use-review';
import { useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import type { ImportReport } from '@shared/contract/four-eyes';
import { openStates } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { useEffect, useState } from 'react';
import { ReviewView } from './review/review-view';
import { RunStrip } from './review/run-strip';
import { ImportDialog } from './sets/import-dialog';
import { SetsPanel } from './sets/sets-panel';
import { useChangeSets } from './sets/use-change-sets';
import { NothingStaged } from './staged/nothing-staged';
import { StagedView } from './staged/staged-view';

/** Changes held by the window at a time; a plan has no such limit. */
const listed = 2_000;

/** Everything staged, its review, and the run that brings it to the service. */
export function ChangesScreen() {
  useEffect(tidyReview, []);
  const [imported, setImported] = useState<ImportReport | null>(null);
  const plan = useReview((review) => review.plan);
  const status = useStatus();
  const counts = status?.intents;
  const running = status !== null && status?.push !== null;
  const params = useRoute(({ route }) => route.params);
  const sets = useChangeSets();
  const feed = useFeed('intents', { states: [...openStates], limit: listed });
  if (plan !== null)
    return (
      <ReviewView
        plan={plan}
        open={feed.value ?? []}
        complete={feed.value !== undefined && feed.value.length < listed}
      />
    );
  if (feed.failure) return <FailedTable title={t('Changes cannot be listed')} failure={feed.failure} />;
  if (!feed.value) return <Skeleton m={16} height={10} width="40%" />;
  const total = counts === undefined ? 0 : openCount(counts);
  return (
    <ScreenLayout
      inspector={
        params.sets === '1' && <SetsPanel sets={sets} current={params.set ?? ''} onOpened={setImported} />
      }
    >
      {running && <RunStrip />}
      {feed.value.length === 0 ? (
        <NothingStaged onOpened={setImported} />
      ) : (
        <StagedView intents={feed.value} total={Math.max(total, feed.value.length)} sets={sets} />
      )}
      {imported && <ImportDialog report={imported} onClose={() => setImported(null)} />}
    </ScreenLayout>
  );
}
