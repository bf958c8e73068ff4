import { LinkButton } from '@renderer/ui/controls/link-button';
import { dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import type { FindingDay } from '@shared/contract/findings';
import { severities } from '@shared/domain/severity';
import { type ReactNode, useState } from 'react';
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
export function TrendChart({ title = 'Open, day by day', trend, note }: TrendChartProps) {
  const [asTable, setAsTable] = useState(false);
  const days = trend.slice(-drawn);
  const [first, last] = [days[0], days.at(-1)];
  const highest = Math.max(1, ...days.map(sum));
  if (first === undefined || last === undefined) return null;
  return (
    <Panel
      title={title}
      note={note}
      action={
        <LinkButton onClick={() => setAsTable(!asTable)}>{asTable ? 'As a chart' : 'As a table'}</LinkButton>
      }
    >
      {asTable ? (
        <TrendTable trend={trend} />
      ) : (
        <>
          <svg
            className={classes.chart}
            viewBox={`0 0 ${drawn * step} ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`Open findings: ${formatCount(sum(last))} on ${dayWords(last.at)}, ${formatCount(sum(first))} on ${dayWords(first.at)}.`}
          >
            {days.map((day, index) => (
              <DayBar key={day.at} day={day} x={(drawn - days.length + index) * step} highest={highest} />
            ))}
          </svg>
          <p className={classes.legend}>
            <span className={classes.since}>
              {days.length === 1 ? 'Counted for the first time' : `Since ${dayWords(first.at)}`}
            </span>
            {severities.map((severity) => (
              <span key={severity} className={classes.key}>
                <span className={classes.swatch} data-severity={severity} aria-hidden />
                {severityLooks[severity].word} {formatCount(last.open[severity])}
              </span>
            ))}
          </p>
        </>
      )}
    </Panel>
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

function TrendTable({ trend }: Pick<TrendChartProps, 'trend'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
    <section className={classes.scroll} tabIndex={0} aria-label="Days">
      <table className={classes.table} aria-label="Open findings by day">
        <thead>
          <tr>
            <th scope="col">Day (UTC)</th>
            {severities.map((severity) => (
              <th key={severity} scope="col">
                {severityLooks[severity].word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.toReversed().map((day) => (
            <tr key={day.at}>
              <th scope="row">{dayWords(day.at)}</th>
              {severities.map((severity) => (
                <td key={severity}>{formatCount(day.open[severity])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
