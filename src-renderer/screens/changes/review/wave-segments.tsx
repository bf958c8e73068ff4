import { countOf } from '@renderer/ui/format/count-of';
import { customerWords } from '@shared/domain/customer-of';
import { t } from '@shared/language/t';
import classes from './wave-segments.module.css';

export interface Segment {
  readonly customers: number;
  /** The first of them. */
  readonly names: readonly string[];
  readonly tone: 'waiting' | 'running' | 'done' | 'stopped';
  /** What became of it, or how far it is. */
  readonly says: string;
}

interface WaveSegmentsProps {
  readonly label: string;
  readonly segments: readonly Segment[];
}

/** The waves of a run side by side, each with how many it takes, of whom, and where it stands. */
export function WaveSegments({ label, segments }: WaveSegmentsProps) {
  return (
    <ol className={classes.waves} aria-label={label}>
      {segments.map(({ customers, names, tone, says }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a wave is its place
        <li key={place} className={classes.wave} data-tone={tone} aria-current={tone === 'running' && 'step'}>
          <span className={classes.head}>
            <strong>{t('Wave {number, number}', { number: place + 1 })}</strong>{' '}
            {countOf(customers, customerWords)}
            {says !== '' && <span className={classes.says}>{says}</span>}
          </span>
          <span className={classes.names}>{namesText(names, customers)}</span>
        </li>
      ))}
    </ol>
  );
}

function namesText(names: readonly string[], of: number): string {
  const rest = of - names.length;
  const told = names.join(', ');
  return rest > 0 ? t('{names} and {count, number} more', { names: told, count: rest }) : told;
}
