import { useAnswer } from '@renderer/bridge/use-answer';
import { changeWords } from '@renderer/screens/history/describe-entry';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useDataVersion } from '@renderer/state/use-data-version';
import { useScope } from '@renderer/state/use-scope';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import { t } from '@shared/language/t';
import classes from './panel-list.module.css';

/** Entries that are told. */
const shown = 6;

const wordsOf = (entry: Parameters<typeof changeWords>[0] & { readonly at: number }) => ({
  change: changeWords(entry),
  ago: <RelativeTime at={entry.at} ago />,
});

/** What changed last, record by record: from here, or on the service, where nobody is told by name. */
export function LatestEntries() {
  const scope = useScope();
  const part = useAnswer(
    'history',
    { limit: shown, ...(scope !== null && { organizationId: scope }) },
    useDataVersion(),
  );
  return (
    <ul className={classes.list} aria-label={t('Latest changes')}>
      {part?.entries.map((entry) => (
        <li key={entry.id}>
          <button type="button" className={classes.row} onClick={() => goToRecord(entry)}>
            <span className={classes.what}>{entry.label || entry.recordId}</span>
            <span className={classes.detail}>
              {entry.source === 'local'
                ? rich('{change} from here, {ago}', wordsOf(entry))
                : rich('{change} on the service, {ago}', wordsOf(entry))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
