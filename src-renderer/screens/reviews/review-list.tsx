import { Button } from '@mantine/core';
import { go } from '@renderer/state/use-route';
import { dayWords } from '@renderer/ui/format/day';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { ReviewSummary } from '@shared/contract/reviews';
import { inSense, t } from '@shared/language/t';
import { ClipboardCheck, FileCheck2, Plus } from 'lucide-react';
import { useState } from 'react';
import { NewReviewDialog } from './new-review-dialog';
import classes from './review-list.module.css';
import { TakeReviewDialog } from './take-review-dialog';

/** Every review, the newest first: what it is of, how far it is, and what became of it. */
export function ReviewList({ reviews }: { readonly reviews: readonly ReviewSummary[] }) {
  const [asked, setAsked] = useState<'new' | 'take' | null>(null);
  const make = (
    <Button size="xs" leftSection={<Plus size={13} aria-hidden />} onClick={() => setAsked('new')}>
      {t('New review…')}
    </Button>
  );
  const take = (
    <Button
      size="xs"
      variant="default"
      leftSection={<FileCheck2 size={13} aria-hidden />}
      onClick={() => setAsked('take')}
    >
      {t('Take a colleague’s file…')}
    </Button>
  );
  return (
    <ScreenLayout>
      <HeaderSlot place="actions">
        {take}
        {reviews.length > 0 && make}
      </HeaderSlot>
      {reviews.length === 0 ? (
        <EmptyState
          icon={ClipboardCheck}
          title={t('Who should keep what?')}
          text={t(
            'A review freezes who holds a role, a permission or a place in an organization, says of each what speaks for keeping it, and takes your decisions. Closing it stages what is to be revoked; the signed file proves what was decided, sent and read back.',
          )}
          actions={make}
        />
      ) : (
        <ScrollBody label={t('Access reviews')}>
          <table className={classes.table} aria-label={t('Access reviews')}>
            <thead>
              <tr>
                <th scope="col">{inSense('noun', 'Review')}</th>
                <th scope="col">{t('Decided')}</th>
                <th scope="col">{t('Revoked')}</th>
                <th scope="col">{t('Due')}</th>
                <th scope="col">{t('Made')}</th>
              </tr>
            </thead>
            <tbody>
              {reviews.map((review) => (
                <ReviewLine key={review.id} review={review} />
              ))}
            </tbody>
          </table>
        </ScrollBody>
      )}
      {asked === 'new' && <NewReviewDialog onClose={() => setAsked(null)} />}
      {asked === 'take' && <TakeReviewDialog onClose={() => setAsked(null)} />}
    </ScreenLayout>
  );
}

function ReviewLine({ review }: { readonly review: ReviewSummary }) {
  const { id, name, scopeText, counts, total, dueAt, closedAt, createdAt, by, mine } = review;
  const disputed = counts.disputed ?? 0;
  const decided = total - (counts.open ?? 0) - disputed;
  const late = closedAt === 0 && dueAt > 0 && dueAt < Date.now();
  return (
    <tr>
      <td>
        <button
          type="button"
          className={classes.name}
          onClick={() => go('reviews', { params: { review: id } })}
        >
          {name}
        </button>
        <div className={classes.aside}>{scopeText}</div>
      </td>
      <td className={classes.progress}>
        <ProgressBar label={t('Decided of {name}', { name })} fraction={decided / total} />
        <div className={classes.aside}>
          {disputed === 0
            ? t('{decided, number} of {total, number}', { decided, total })
            : t('{decided, number} of {total, number}, {disputed, number} disputed', {
                decided,
                total,
                disputed,
              })}
        </div>
      </td>
      <td>{revokedText(review)}</td>
      <td>
        {closedAt > 0 ? t('Closed') : dueAt === 0 ? '–' : dayWords(dueAt)}
        {late && <div className={classes.late}>{t('Overdue')}</div>}
      </td>
      <td>
        <RelativeTime at={createdAt} ago />
        <div className={classes.aside}>
          {mine ? t('by {by}', { by }) : t('by {by}, taken from a file', { by })}
        </div>
      </td>
    </tr>
  );
}

/** Only what was read back counts as done. */
export function revokedText({ closedAt, counts, evidence }: ReviewSummary): string {
  const asked = counts.revoke ?? 0;
  if (closedAt === 0) return asked === 0 ? '–' : t('{asked, number} to revoke', { asked });
  if (asked === 0) return t('None');
  const proven = (evidence.verified ?? 0) + (evidence['gone-before'] ?? 0);
  return proven === asked
    ? t('{asked, plural, one {# membership} other {# memberships}} read back gone', { asked })
    : t('{proven, number} of {asked, number} read back gone', { proven, asked });
}
