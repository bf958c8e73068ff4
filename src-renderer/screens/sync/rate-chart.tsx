import { Panel } from '@renderer/ui/layout/panel';
import { t } from '@shared/language/t';
import classes from './rate-chart.module.css';
import { historySeconds } from './use-rate-history';

/** Records per second over the last minute, as far as the screen was open; one bar a second; the figures in words beside it. */
export function RateChart({ rates }: { readonly rates: readonly number[] }) {
  const highest = Math.max(0, ...rates);
  const present = rates.at(-1) ?? 0;
  const bars = [...Array.from({ length: historySeconds - rates.length }, () => 0), ...rates];
  return (
    <Panel title={t('Reading speed')} note={t('records per second, while this screen is open')}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${historySeconds * 6} 72`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t(
          'Now {present, number} records per second; at most {highest, number} while this screen was open.',
          { present, highest },
        )}
      >
        {bars.map((rate, index) => {
          const height = highest === 0 ? 0 : (rate / highest) * 70;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its second
            <rect key={index} x={index * 6} y={72 - height} width={4} height={height} rx={1} />
          );
        })}
      </svg>
      <p className={classes.figures}>
        <span>
          {highest === 0
            ? t('Nothing was read while this screen was open.')
            : t('{present, number} now', { present })}
        </span>
        {highest > 0 && <span>{t('{highest, number} at most', { highest })}</span>}
      </p>
    </Panel>
  );
}
