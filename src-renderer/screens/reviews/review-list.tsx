import { Button } from '@mantine/core';
import { go } from '@renderer/state/use-route';
import { dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { ReviewSummary } from '@shared/contract/reviews';
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
      New review…
    </Button>
  );
  const take = (
    <Button
      size="xs"
      variant="default"
      leftSection={<FileCheck2 size={13} aria-hidden />}
      onClick={() => setAsked('take')}
    >
      Take a colleague’s file…
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
          title="Who should keep what?"
          text="A review freezes who holds a role, a permission or a place in an organization, says of each what speaks for keeping it, and takes your decisions. Closing it stages what is to be revoked; the signed file proves what was decided, sent and read back."
          actions={make}
        />
      ) : (
        <ScrollBody label="Access reviews">
          <table className={classes.table} aria-label="Access reviews">
            <thead>
              <tr>
                <th scope="col">Review</th>
                <th scope="col">Decided</th>
                <th scope="col">Revoked</th>
                <th scope="col">Due</th>
                <th scope="col">Made</th>
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
  const left = (counts.open ?? 0) + (counts.disputed ?? 0);
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
        <ProgressBar label={`Decided of ${name}`} fraction={(total - left) / total} />
        <div className={classes.aside}>
          {formatCount(total - left)} of {formatCount(total)}
          {(counts.disputed ?? 0) > 0 && `, ${formatCount(counts.disputed ?? 0)} disputed`}
        </div>
      </td>
      <td>{revokedText(review)}</td>
      <td>
        {closedAt > 0 ? 'Closed' : dueAt === 0 ? '–' : dayWords(dueAt)}
        {late && <div className={classes.late}>Overdue</div>}
      </td>
      <td>
        <RelativeTime at={createdAt} ago />
        <div className={classes.aside}>{mine ? `by ${by}` : `by ${by}, taken from a file`}</div>
      </td>
    </tr>
  );
}

/** Only what was read back counts as done. */
export function revokedText({ closedAt, counts, evidence }: ReviewSummary): string {
  const asked = counts.revoke ?? 0;
  if (closedAt === 0) return asked === 0 ? '–' : `${formatCount(asked)} to revoke`;
  if (asked === 0) return 'None';
  const proven = (evidence.verified ?? 0) + (evidence['gone-before'] ?? 0);
  return proven === asked
    ? `${plural(asked, 'membership')} read back gone`
    : `${formatCount(proven)} of ${formatCount(asked)} read back gone`;
}
