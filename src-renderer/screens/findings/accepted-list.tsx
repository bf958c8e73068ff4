import { useRemoval } from '@renderer/screens/shared/use-keep';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { dayWords } from '@renderer/ui/format/day';
import { useNow } from '@renderer/ui/marks/use-now';
import { hidden } from '@renderer/ui/text/hidden';
import { rich } from '@renderer/ui/text/rich';
import { type Acceptance, holds } from '@shared/domain/findings/acceptance';
import { inSense, t } from '@shared/language/t';
import classes from './finding-inspector.module.css';

/** What somebody answers for: why, who, until when; taken back it is a finding again. */
export function AcceptedList({ acceptances }: { readonly acceptances: readonly Acceptance[] }) {
  const remove = useRemoval();
  const now = useNow(60_000);
  return (
    <ul className={classes.hits} aria-label={inSense('deviation', 'Accepted')}>
      {acceptances.map((entry) => {
        const { recordId, name, notKnown, reason, until } = entry.value;
        const what = recordId === '' ? t('All that it finds') : name || recordId;
        const which = notKnown ? t('{what}, where it cannot be told', { what }) : what;
        const end = until === null ? t('without end') : t('until {until}', { until: dayWords(until) });
        return (
          <li key={entry.id} className={classes.hit}>
            <div className={classes.line}>
              <span className={classes.what}>{which}</span>
              <LinkButton
                onClick={() =>
                  void remove('findingAcceptance', entry, t('A finding again: {what}', { what }))
                }
              >
                {rich('Take back <hidden>{what}</hidden>', { what, hidden })}
              </LinkButton>
            </div>
            <div className={classes.evidence}>{reason}</div>
            <div className={classes.seen}>
              {entry.by === '' ? t('by nobody named') : t('by {by}', { by: entry.by })},{' '}
              {holds(entry, now) ? end : t('ran out on {until}', { until: dayWords(until ?? 0) })}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
