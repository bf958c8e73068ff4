import { RunFigures } from '@renderer/screens/shared/run-figures';
import { FoldToggle } from '@renderer/ui/controls/fold-toggle';
import { formatDate, formatExact, formatTime } from '@renderer/ui/format/format-time';
import type { KeptRun } from '@shared/contract/runs';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { t } from '@shared/language/t';
import { isOnRow } from '../is-on-row';
import { RunReport } from './run-report';
import classes from './run-row.module.css';

interface RunRowProps {
  readonly run: KeptRun;
  readonly open: boolean;
  readonly onToggle: (id: string) => void;
}

/** One run: when, what it sent, and what that came to. */
export function RunRow({ run, open, onToggle }: RunRowProps) {
  const { id, startedAt, title, sets, changes, report, endedAt } = run;
  const named = sets.filter((set) => set.id !== defaultChangeSetId);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the item of the list does the same
    <article
      className={classes.run}
      data-open={open || undefined}
      onClick={(event) => isOnRow(event) && onToggle(id)}
    >
      <time
        className={classes.time}
        dateTime={new Date(startedAt).toISOString()}
        title={formatExact(startedAt)}
      >
        {formatDate(startedAt)}
        <br />
        {formatTime(startedAt)}
      </time>
      <div className={classes.body}>
        <p className={classes.head}>
          <strong className={classes.title}>{title}</strong>
          <span className={classes.aside}>
            {[
              t('{changes, plural, one {# change} other {# changes}}', { changes }),
              ...named.map((set) => [set.title, set.ticket].filter((text) => text !== '').join(', ')),
            ]
              .filter((text) => text !== title)
              .join(' · ')}
          </span>
        </p>
        <p className={classes.figures}>
          {report && <RunFigures report={report} />}
          {report === null && (
            <span className={classes.aside}>
              {endedAt === null ? t('Under way') : t('Broke off: what was sent stands in the changes')}
            </span>
          )}
        </p>
        {open && <RunReport run={run} />}
      </div>
      <FoldToggle open={open} label={t('Report of {title}', { title })} onToggle={() => onToggle(id)} />
    </article>
  );
}
