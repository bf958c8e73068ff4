import { Button } from '@mantine/core';
import { RunFigures, runFigures } from '@renderer/screens/shared/run-figures';
import { leaveReview, startReview } from '@renderer/state/review';
import { useReview } from '@renderer/state/use-review';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { formatCount } from '@renderer/ui/format/format-count';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { ApplyReport, WaveReport } from '@shared/contract/plan';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import classes from './report-strip.module.css';
import { ShownOnce } from './shown-once';
import { type Segment, WaveSegments } from './wave-segments';

interface ReportStripProps {
  /** Open intents of the plan. */
  readonly left: readonly Intent[];
  /** Open changes that were staged since, how many. */
  readonly since: number;
  /** Steps of the plan that were no part of the run: the report does not tell them. */
  readonly held: number;
}

/** What the run came to, and what is left to do. */
export function ReportStrip({ left: open, since, held }: ReportStripProps) {
  const left = open.length;
  const refused = open.filter(({ state }) => state === 'refused').map(({ id }) => id);
  const due = left - refused.length + since;
  const report = useReview((review) => review.report);
  const failure = useReview((review) => review.failure);
  // Another review would take the report's place, and what is shown once with it: that is closed first, by itself.
  const shows = report?.secrets.some(({ secret }) => secret !== null) ?? false;
  // Nor does a key that was meant for the run before: what is shown goes for good with the report.
  useCommandTarget('review', shows ? null : leaveReview);
  return (
    <section className={classes.report} aria-label={t('Report')}>
      <div className={classes.figures} role="status">
        <strong>{titleOf(report, held)}</strong>
        {report && <RunFigures report={report} />}
      </div>
      <span className={classes.actions}>
        {refused.length > 0 && !shows && (
          <Button variant="default" onClick={() => void startReview(refused)}>
            {t('Try {count, plural, one {# refused one} other {# refused ones}} again', {
              count: refused.length,
            })}
          </Button>
        )}
        {due > 0 && !shows && (
          <Button variant="default" onClick={() => void startReview()}>
            {since > 0
              ? t('Review {due, plural, one {# change} other {# changes}}', { due })
              : t('Review what is left')}
          </Button>
        )}
        <Button onClick={leaveReview}>{t('Close report')}</Button>
      </span>
      {report && report.waves.length > 0 && (
        <WaveSegments label={t('Waves')} segments={report.waves.map(segmentOf)} />
      )}
      {report && report.secrets.length > 0 && <ShownOnce secrets={report.secrets} />}
      {report?.stoppedBy && <InlineFailure failure={report.stoppedBy} />}
      {failure && <InlineFailure failure={failure} />}
      {report && report.unknown > 0 && (
        <p className={classes.note}>
          {t(
            'The answer to {count, number} was lost on the way. Nothing is sent twice: the next review first looks up on the service whether it took effect.',
            { count: report.unknown },
          )}
        </p>
      )}
    </section>
  );
}

function segmentOf({ customers, end, ...counts }: WaveReport): Segment {
  const became = runFigures.flatMap(([figure, , word]) =>
    figure !== 'tookTheirs' && counts[figure] > 0 ? [`${formatCount(counts[figure])} ${word}`] : [],
  );
  return {
    customers: customers.length,
    names: customers.slice(0, named).map(({ name }) => name),
    tone: end === 'clean' ? 'done' : end === 'stopped' ? 'stopped' : 'waiting',
    says: became.join(', '),
  };
}

/** Names of a wave's customers that are shown. */
const named = 12;

/** By the report alone: what is staged reaches the window some moments later, and may be about other steps. */
function titleOf(report: ApplyReport | null, held: number): string {
  if (report === null) return t('The run broke off');
  const { conflicts, refused, unknown, left } = report;
  if (conflicts + refused + unknown + left + held > 0) return t('Done, with something left');
  return t('Done: the service holds it all');
}
