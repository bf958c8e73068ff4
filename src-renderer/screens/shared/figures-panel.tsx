import { LinkButton } from '@renderer/ui/controls/link-button';
import { dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { t } from '@shared/language/t';
import { type ReactNode, useState } from 'react';
import classes from './figures-panel.module.css';

interface FiguresPanelProps {
  readonly title: string;
  readonly note: ReactNode;
  /** What the table is called, and the part of the page that it scrolls in. */
  readonly table: string;
  readonly region: string;
  /** Over the times, and over each figure. */
  readonly heads: readonly [string, ...string[]];
  /** Oldest first; `at`: ms since 1970. */
  readonly rows: readonly { readonly at: number; readonly figures: readonly number[] }[];
  /** The chart. */
  readonly children: ReactNode;
}

/** A chart with its figures as a table behind it, the newest first. */
export function FiguresPanel({ title, note, table, region, heads, rows, children }: FiguresPanelProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={title}
      note={note}
      action={
        <LinkButton onClick={() => setAsTable(!asTable)}>
          {asTable ? t('As a chart') : t('As a table')}
        </LinkButton>
      }
    >
      {asTable ? (
        <section
          className={classes.scroll}
          data-one-figure={heads.length === 2 || undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
          tabIndex={0}
          aria-label={region}
        >
          <table className={classes.table} aria-label={table}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.toReversed().map(({ at, figures }) => (
                <tr key={at}>
                  <th scope="row">{dayWords(at)}</th>
                  {figures.map((figure, index) => (
                    <td key={heads[index + 1]}>{formatCount(figure)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        children
      )}
    </Panel>
  );
}
