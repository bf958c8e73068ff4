import type { Freshness } from '@shared/contract/status';
import { t } from '@shared/language/t';
import { inside } from '../format/inside';
import { describeFreshness } from './describe-freshness';
import classes from './freshness-pill.module.css';
import { useNow } from './use-now';

interface FreshnessPillProps {
  readonly freshness: Freshness;
  /** What the copy lacks, or what sync waits for; '' when nothing. */
  readonly note: string;
  readonly onClick: () => void;
}

/** How fresh the data is, always in sight; leads to Sync. */
export function FreshnessPill({ freshness, note, onClick }: FreshnessPillProps) {
  const now = useNow(30_000);
  const { tone, short, long } = describeFreshness(freshness, now);
  const showAsOf = freshness.kind === 'offline' && freshness.asOf > 0 && !freshness.failure;
  return (
    <button
      type="button"
      className={classes.pill}
      data-tone={tone === 'fresh' && note !== '' ? 'held' : tone}
      title={note === '' ? long : t('{long} Now: {note}.', { long, note })}
      onClick={onClick}
    >
      <span className={classes.dot} aria-hidden />
      {short}
      {note !== '' && `, ${note}`}
      {showAsOf && <span className={classes.long}>{inside(long.replace(/\.$/, ''))}</span>}
    </button>
  );
}
