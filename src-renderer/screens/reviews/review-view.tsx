import { Skeleton } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { select, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ReviewRow, type ReviewSummary } from '@shared/contract/reviews';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { DecideDialog } from './decide-dialog';
import { ItemInspector } from './item-inspector';
import { ItemList } from './item-list';
import { ReviewActions } from './review-actions';
import { ReviewHead } from './review-head';
import { useDecide } from './use-decide';

/** Items that are read at first, and then each time the end is reached. */
const portion = 100;

/** One review: what is left to decide, group by group, with the keys of the decisions. */
export function ReviewView({ review }: { readonly review: ReviewSummary }) {
  const { id: itemId, params } = useRoute(({ route }) => route);
  const [limit, setLimit] = useState(portion);
  const only = ReviewRow.shape.standing.safeParse(params.only).data ?? null;
  const by = params.by === 'person' ? 'person' : 'organization';
  const { value, failure } = useFeed(
    'reviewPage',
    { id: review.id, only, text: params.text ?? '', by, limit },
    { keep: true },
  );
  const deciding = useDecide(review);
  const opened = value?.rows.find(({ item }) => item.membershipId === itemId);
  return (
    <ScreenLayout
      inspector={opened && <ItemInspector key={itemId} row={opened} onClose={() => select(null)} />}
    >
      <ReviewActions review={review} easy={value?.easy ?? []} decide={deciding.decide} />
      <ReviewHead review={review} params={params} />
      {failure && !value && <FailedTable title={t('The review cannot be read')} failure={failure} />}
      {!value && !failure && <Skeleton m={16} height={10} width="45%" />}
      {value && (
        <ItemList
          page={value}
          by={by}
          only={only}
          openId={itemId}
          deciding={deciding}
          onEnd={() => setLimit((last) => (value.rows.length < value.total ? last + portion : last))}
        />
      )}
      {deciding.asked && <DecideDialog deciding={deciding} />}
    </ScreenLayout>
  );
}
