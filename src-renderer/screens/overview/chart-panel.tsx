import type { Point } from '@renderer/ui/charts/runs';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { type ReactNode, useState } from 'react';
import classes from './chart-panel.module.css';

interface ChartPanelProps {
  readonly title: string;
  readonly note: string;
  /** What the times are, over the first column of the table. */
  readonly head: string;
  readonly points: readonly Point[];
  readonly chart: (points: readonly Point[]) => ReactNode;
}

/** A chart with its figures as a table behind it. */
export function ChartPanel({ title, note, head, points, chart }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={title}
      note={note}
      action={
        <LinkButton onClick={() => setAsTable(!asTable)}>{asTable ? 'As a chart' : 'As a table'}</LinkButton>
      }
    >
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
        <section className={classes.scroll} tabIndex={0} aria-label={`${title}, figures`}>
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{head}</th>
                <th scope="col">Count</th>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map(({ at, value }) => (
                <tr key={at}>
                  <th scope="row">{dayWords(at)}</th>
                  <td>{formatCount(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        chart(points)
      )}
    </Panel>
  );
}
