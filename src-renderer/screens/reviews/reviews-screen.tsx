import { Skeleton } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { useRoute } from '@renderer/state/use-route';
import { useScope } from '@renderer/state/use-scope';
import { useWorkspace } from '@renderer/state/use-session';
import { t } from '@shared/language/t';
import { FleetReviews } from './fleet/fleet-reviews';
import { ReviewList } from './review-list';
import { ReviewView } from './review-view';

/** Access reviews: all of them with how far they are, or one that is being decided; of a platform, those over several applications. */
export function ReviewsScreen() {
  const platform = useWorkspace()?.scenario === 'platforms';
  return platform ? <FleetReviews /> : <OwnReviews />;
}

function OwnReviews() {
  const { value, failure } = useFeed('reviews', {});
  const scope = useScope();
  const { params } = useRoute(({ route }) => route);
  if (failure && !value) return <FailedTable title={t('Reviews cannot be read')} failure={failure} />;
  if (!value) return <Skeleton m={16} height={10} width="45%" />;
  const opened = value.find(({ id }) => id === params.review);
  const listed = scope === null ? value : value.filter(({ organizationId }) => organizationId === scope);
  return opened === undefined ? (
    <ReviewList reviews={listed} />
  ) : (
    <ReviewView key={opened.id} review={opened} />
  );
}
