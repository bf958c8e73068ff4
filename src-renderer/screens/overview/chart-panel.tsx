import type { Point } from '@renderer/ui/charts/runs';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { FiguresPanel } from '../shared/figures-panel';

interface ChartPanelProps {
  readonly title: string;
  readonly note: string;
  /** What the times are, over the first column of the table. */
  readonly head: string;
  readonly points: readonly Point[];
  readonly chart: (points: readonly Point[]) => ReactNode;
}

/** A chart of one figure. */
export function ChartPanel({ title, note, head, points, chart }: ChartPanelProps) {
  return (
    <FiguresPanel
      title={title}
      note={note}
      table={title}
      region={t('{title}, figures', { title })}
      heads={[head, t('Count')]}
      rows={points.map(({ at, value }) => ({ at, figures: [value] }))}
    >
      {chart(points)}
    </FiguresPanel>
  );
}
