import { dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import type { FindingDay } from '@shared/contract/findings';
import { severities } from '@shared/domain/severity';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { FiguresPanel } from '../shared/figures-panel';
import { severityLooks } from './finding-looks';
import classes from './trend-chart.module.css';

interface TrendChartProps {
  readonly title?: string;
  /** Oldest first. */
  readonly trend: readonly FindingDay[];
  readonly note: ReactNode;
}

/** Days that are drawn; the table has them all. */
const drawn = 60;
const step = 12;
const height = 56;

const sum = ({ open }: FindingDay): number => severities.reduce((all, severity) => all + open[severity], 0);

/** Open findings from day to day, a bar each day by severity; the same as a table. */
export function TrendChart({ title = t('Open, day by day'), trend, note }: TrendChartProps) {
  const days = trend.slice(-drawn);
  const [first, last] = [days[0], days.at(-1)];
  const highest = Math.max(1, ...days.map(sum));
  if (first === undefined || last === undefined) return null;
  return (
    <FiguresPanel
      title={title}
      note={note}
      table={t('Open findings by day')}
      region={t('Days')}
      heads={[t('Day (UTC)'), ...severities.map((severity) => severityLooks[severity].word)]}
      rows={trend.map(({ at, open }) => ({ at, figures: severities.map((severity) => open[severity]) }))}
    >
      <svg
        className={classes.chart}
        viewBox={`0 0 ${drawn * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('Open findings: {last, number} on {lastDay}, {first, number} on {firstDay}.', {
          last: sum(last),
          lastDay: dayWords(last.at),
          first: sum(first),
          firstDay: dayWords(first.at),
        })}
      >
        {days.map((day, index) => (
          <DayBar key={day.at} day={day} x={(drawn - days.length + index) * step} highest={highest} />
        ))}
      </svg>
      <p className={classes.legend}>
        <span className={classes.since}>
          {days.length === 1
            ? t('Counted for the first time')
            : t('Since {day}', { day: dayWords(first.at) })}
        </span>
        {severities.map((severity) => (
          <span key={severity} className={classes.key}>
            <span className={classes.swatch} data-severity={severity} aria-hidden />
            {severityLooks[severity].word} {formatCount(last.open[severity])}
          </span>
        ))}
      </p>
    </FiguresPanel>
  );
}

interface DayBarProps {
  readonly day: FindingDay;
  readonly x: number;
  readonly highest: number;
}

/** The parts of one day, the worst at the foot. */
function DayBar({ day, x, highest }: DayBarProps) {
  let y = height;
  return severities.map((severity) => {
    const part = (day.open[severity] / highest) * (height - 4);
    y -= part;
    return <rect key={severity} data-severity={severity} x={x} y={y} width={step - 4} height={part} />;
  });
}
