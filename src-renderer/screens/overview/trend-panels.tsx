import { useFeed } from '@renderer/bridge/use-feed';
import { TrendChart } from '@renderer/screens/findings/trend-chart';
import { ColumnChart } from '@renderer/ui/charts/column-chart';
import { LineChart } from '@renderer/ui/charts/line-chart';
import type { Point } from '@renderer/ui/charts/runs';
import { dayWords } from '@renderer/ui/format/day';
import { Panel } from '@renderer/ui/layout/panel';
import type { Overview } from '@shared/contract/overview';
import { modelOf } from '@shared/domain/entity';
import { severities } from '@shared/domain/severity';
import { t } from '@shared/language/t';
import { ChartPanel } from './chart-panel';
import classes from './panel-list.module.css';
import { trendsOf } from './trends-of';

/** How figures went, as far as they were seen: lines from the second day on, and what is new by week. */
export function TrendPanels({ overview }: { readonly overview: Overview | undefined }) {
  const findings = useFeed('findings', {}).value;
  if (overview === undefined) return null;
  const trends = trendsOf(overview.days);
  const [first] = overview.days;
  return (
    <>
      {overview.made.map(({ entity, says, weeks }) => (
        <ChartPanel
          key={entity}
          title={t('{says} by week made', { says })}
          note={madeNote(weeks.map(({ count }) => count))}
          head={t('Made in the week from')}
          points={weeks.map(({ from, count }): Point => ({ at: from, value: count }))}
          chart={(points) => (
            <ColumnChart label={t('{says} by the week in which they were made', { says })} points={points} />
          )}
        />
      ))}
      {trends
        .filter(({ points }) => points.length > 1)
        .map(({ entity, points }) => {
          const says = modelOf(entity).trend?.says ?? '';
          return (
            <ChartPanel
              key={entity}
              title={t('{says}, day by day', { says })}
              note={trendNote(points)}
              head={t('Day (UTC)')}
              points={points}
              chart={(drawn) => <LineChart label={t('{says}, day by day', { says })} points={drawn} />}
            />
          );
        })}
      {findings &&
        findings.trend.length > 1 &&
        findings.trend.some(({ open }) => severities.some((each) => open[each] > 0)) && (
          <TrendChart trend={findings.trend} title={t('Findings, day by day')} note={undefined} />
        )}
      {first !== undefined && overview.days.length === 1 && (
        <Panel title={t('Day by day')}>
          <p className={classes.none}>
            {t(
              'Counted for the first time on {day}. From the next day with a sync on, lines here show how figures go.',
              { day: dayWords(first.at) },
            )}
          </p>
        </Panel>
      )}
    </>
  );
}

function madeNote(counts: readonly number[]): string {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return t('{all, number} in {count, number} weeks', { all, count: counts.length });
}

function trendNote(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const moved = last.value - first.value;
  const sign = moved > 0 ? '+' : moved < 0 ? '−' : '±';
  return t('{value, number}, {sign}{moved, number} since {at}', {
    value: last.value,
    sign,
    moved: Math.abs(moved),
    at: dayWords(first.at),
  });
}
