import { SegmentedControl } from '@mantine/core';
import { FilterParam, SearchParam } from '@renderer/screens/shared/param-filters';
import { setParams } from '@renderer/state/use-route';
import { dayWords } from '@renderer/ui/format/day';
import { formatExact } from '@renderer/ui/format/format-time';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { ReviewSummary } from '@shared/contract/reviews';
import { t } from '@shared/language/t';
import classes from './review-head.module.css';
import { revokedText } from './review-list';
import { standingLooks } from './review-looks';

interface ReviewHeadProps {
  readonly review: ReviewSummary;
  readonly params: Readonly<Record<string, string>>;
}

const standings = ['open', 'disputed', 'revoke', 'keep', 'unknown'] as const;

/** What is reviewed, how far it is, and which of it is shown. */
export function ReviewHead({ review, params }: ReviewHeadProps) {
  const { name, counts, total } = review;
  const left = (counts.open ?? 0) + (counts.disputed ?? 0);
  const options = [
    { value: '', label: t('All'), count: total },
    ...standings.map((value) => ({
      value,
      label: standingLooks[value].word,
      count: counts[value] ?? 0,
    })),
  ];
  return (
    <>
      <header className={classes.head}>
        <div className={classes.title}>
          <h2 className={classes.name}>{name}</h2>
          <p className={classes.about}>{aboutText(review)}</p>
          {review.note !== '' && <p className={classes.about}>{review.note}</p>}
        </div>
        <div className={classes.progress}>
          <ProgressBar
            label={t('Decided')}
            fraction={(total - left) / total}
            tone={review.closedAt > 0 ? 'done' : 'accent'}
          />
          <p className={classes.figures} role="status">
            {left === 0
              ? t('{decided, number} of {total, number} decided', { decided: total, total })
              : t('{decided, number} of {total, number} decided · {left, number} left', {
                  decided: total - left,
                  total,
                  left,
                })}
          </p>
        </div>
      </header>
      <Toolbar
        label={t('Which items are shown')}
        end={<span>{counts.revoke === 0 && review.closedAt === 0 ? '' : revokedText(review)}</span>}
      >
        <SearchParam label={t('Filter items')} params={params} />
        <FilterParam label={t('Decision')} param="only" params={params} options={options} />
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label={t('Grouped by')}
          data={[
            { value: '', label: t('By organization') },
            { value: 'person', label: t('By person') },
          ]}
          value={params.by ?? ''}
          onChange={(by) => setParams({ by })}
        />
      </Toolbar>
    </>
  );
}

function aboutText({ scopeText, createdAt, by, asOf, dueAt, closedAt, closedBy, reviewers }: ReviewSummary) {
  const told = [
    scopeText,
    t('frozen {createdAt} by {by}, from a copy of {asOf}', {
      createdAt: formatExact(createdAt),
      by,
      asOf: formatExact(asOf),
    }),
    reviewers.length > 0 && t('reviewers {reviewers}', { reviewers: reviewers.join(', ') }),
    closedAt > 0
      ? t('closed {closedAt} by {closedBy}', { closedAt: formatExact(closedAt), closedBy })
      : dueAt > 0 && t('due {dueAt}', { dueAt: dayWords(dueAt) }),
  ];
  return told.filter((one) => one !== false).join(' · ');
}
