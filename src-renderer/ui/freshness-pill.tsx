import type { Freshness } from '@shared/contract/status';
import { describeFreshness } from './describe-freshness';
import classes from './freshness-pill.module.css';
import { useNow } from './use-now';

interface FreshnessPillProps {
  readonly freshness: Freshness;
  readonly onClick: () => void;
}

/** How fresh the data is, always in sight; leads to Sync. */
export function FreshnessPill({ freshness, onClick }: FreshnessPillProps) {
  const now = useNow(30_000);
  const { tone, short, long } = describeFreshness(freshness, now);
  const showAsOf = freshness.kind === 'offline' && freshness.asOf > 0;
  return (
    <button type="button" className={classes.pill} data-tone={tone} title={long} onClick={onClick}>
      <span className={classes.dot} aria-hidden />
      {short}
      {showAsOf && <span className={classes.long}>{long.replace(/\.$/, '').toLowerCase()}</span>}
    </button>
  );
}
