import { useAnswer } from '@renderer/bridge/use-answer';
import { changeWords } from '@renderer/screens/history/describe-entry';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useDataVersion } from '@renderer/state/use-data-version';
import { useScope } from '@renderer/state/use-scope';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { t } from '@shared/language/t';
import classes from './panel-list.module.css';

/** Entries that are told. */
const shown = 6;

/** What changed last, record by record: from here, or on the service, where nobody is told by name. */
export function LatestEntries() {
  const scope = useScope();
  const entries = useAnswer(
    'history',
    { limit: shown, ...(scope !== null && { organizationId: scope }) },
    useDataVersion(),
  );
  return (
    <ul className={classes.list} aria-label={t('Latest changes')}>
      {entries?.map((entry) => (
        <li key={entry.id}>
          <button type="button" className={classes.row} onClick={() => goToRecord(entry)}>
            <span className={classes.what}>{entry.label || entry.recordId}</span>
            <span className={classes.detail}>
              {changeWords(entry)} {entry.source === 'local' ? t('from here') : t('on the service')},{' '}
              <RelativeTime at={entry.at} ago />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
