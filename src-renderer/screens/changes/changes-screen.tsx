import { Button, Skeleton } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { openCount } from '@renderer/state/open-count';
import { tidyReview } from '@renderer/state/review';
import { useStatus } from '@renderer/state/status-context';
import { useReview } from '@renderer/state/use-review';
import { go } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/empty-state';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { openStates } from '@shared/domain/intent';
import { PencilLine } from 'lucide-react';
import { useEffect } from 'react';
import { ReviewView } from './review/review-view';
import { StagedView } from './staged/staged-view';

/** Changes held by the window at a time; a plan has no such limit. */
const listed = 2_000;

/** Everything staged, its review, and the run that brings it to the service. */
export function ChangesScreen() {
  useEffect(tidyReview, []);
  const plan = useReview((review) => review.plan);
  const counts = useStatus()?.intents;
  const feed = useFeed('intents', { states: [...openStates], limit: listed });
  if (plan !== null)
    return (
      <ReviewView
        plan={plan}
        open={feed.value ?? []}
        complete={feed.value !== undefined && feed.value.length < listed}
      />
    );
  if (feed.failure) return <FailedTable title="Changes cannot be listed" failure={feed.failure} />;
  if (!feed.value) return <Skeleton m={16} height={10} width="40%" />;
  const total = counts === undefined ? 0 : openCount(counts);
  if (feed.value.length === 0) {
    return (
      <EmptyState
        icon={PencilLine}
        title="Nothing staged"
        text="Change a role, a name, a seat limit or a logo anywhere in Tenantry, online or not: each change waits here, with what it replaces, until you review it and send it to the service."
        actions={
          <>
            <Button onClick={() => go('organizations')}>Organizations</Button>
            <Button variant="default" onClick={() => go('memberships')}>
              Memberships
            </Button>
          </>
        }
      />
    );
  }
  return (
    <ScreenLayout>
      <StagedView intents={feed.value} total={Math.max(total, feed.value.length)} />
    </ScreenLayout>
  );
}
