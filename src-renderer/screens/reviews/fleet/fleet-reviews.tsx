import { Button, Skeleton } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { go, useRoute } from '@renderer/state/use-route';
import { dayWords } from '@renderer/ui/format/day';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { FleetReviewSummary } from '@shared/contract/fleet-reviews';
import { isBlind } from '@shared/domain/reviews/fleet-review';
import { inSense, t } from '@shared/language/t';
import { ClipboardCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import classes from '../review-list.module.css';
import { FleetReviewView } from './fleet-review-view';
import { NewFleetReviewDialog } from './new-fleet-review-dialog';
import { scopeWords } from './scope-words';

/** Reviews over several applications of a platform: all of them, or one with how far each application is. */
export function FleetReviews() {
  const { value, failure } = useFeed('fleetReviews', {});
  const { params } = useRoute(({ route }) => route);
  if (failure && !value) return <FailedTable title={t('Reviews cannot be read')} failure={failure} />;
  if (!value) return <Skeleton m={16} height={10} width="45%" />;
  const opened = value.find(({ id }) => id === params.review);
  return opened === undefined ? (
    <FleetReviewList reviews={value} />
  ) : (
    <FleetReviewView key={opened.id} review={opened} />
  );
}

function FleetReviewList({ reviews }: { readonly reviews: readonly FleetReviewSummary[] }) {
  const [making, setMaking] = useState(false);
  const make = (
    <Button size="xs" leftSection={<Plus size={13} aria-hidden />} onClick={() => setMaking(true)}>
      {t('New review…')}
    </Button>
  );
  return (
    <ScreenLayout>
      <HeaderSlot place="actions">{reviews.length > 0 && make}</HeaderSlot>
      {reviews.length === 0 ? (
        <EmptyState
          icon={ClipboardCheck}
          title={t('Who should keep what, in every application?')}
          text={t(
            'A review over several applications freezes the same scope in the copy of each: its people stay there, are decided about there, and what is revoked is sent from there. Here stands how far each one is, and one signed file proves the whole.',
          )}
          actions={make}
        />
      ) : (
        <ScrollBody label={t('Access reviews')}>
          <table className={classes.table} aria-label={t('Access reviews')}>
            <thead>
              <tr>
                <th scope="col">{inSense('noun', 'Review')}</th>
                <th scope="col">{t('Applications')}</th>
                <th scope="col">{t('Due')}</th>
                <th scope="col">{t('Made')}</th>
              </tr>
            </thead>
            <tbody>
              {reviews.map((review) => (
                <FleetReviewLine key={review.id} review={review} />
              ))}
            </tbody>
          </table>
        </ScrollBody>
      )}
      {making && <NewFleetReviewDialog onClose={() => setMaking(false)} />}
    </ScreenLayout>
  );
}

function FleetReviewLine({ review }: { readonly review: FleetReviewSummary }) {
  const { id, asked, applications, parts, frozenAt, createdAt } = review;
  const blind = parts.filter(isBlind).length;
  const items = parts.reduce((sum, part) => sum + (part.review?.total ?? 0), 0);
  return (
    <tr>
      <td>
        <button
          type="button"
          className={classes.name}
          onClick={() => go('reviews', { params: { review: id } })}
        >
          {asked.name}
        </button>
        <div className={classes.aside}>{scopeWords(review)}</div>
      </td>
      <td>
        {frozenAt === 0
          ? t('Not frozen yet')
          : t(
              '{items, plural, one {# membership} other {# memberships}} in {count, plural, one {# application} other {# applications}}',
              { items, count: parts.filter((part) => part.review !== null).length },
            )}
        <div className={blind > 0 ? classes.late : classes.aside}>
          {blind > 0
            ? t('{blind, plural, one {# application was} other {# applications were}} not looked into', {
                blind,
              })
            : t('{count, plural, one {# application} other {# applications}} chosen', {
                count: applications.length,
              })}
        </div>
      </td>
      <td>{asked.dueAt === 0 ? '–' : dayWords(asked.dueAt)}</td>
      <td>
        <RelativeTime at={createdAt} ago />
        <div className={classes.aside}>{t('by {by}', { by: asked.by })}</div>
      </td>
    </tr>
  );
}
