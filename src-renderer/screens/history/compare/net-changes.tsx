import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { Comparison } from '@shared/contract/history';
import { t } from '@shared/language/t';
import { changeWords, mainFields } from '../describe-entry';
import { EntryFields } from '../entry-fields';
import { EntryIcon } from '../entry-icon';
import { SourceMark } from '../source-mark';
import classes from './compare.module.css';

interface NetChangesProps {
  readonly comparison: Comparison;
  readonly roleNames: ReadonlyMap<string, string>;
}

/** Each record that differs between the two moments, once, with the values at both; the steps between are left out. */
export function NetChanges({ comparison, roleNames }: NetChangesProps) {
  const { changes, total } = comparison;
  const note =
    total > changes.length
      ? t('latest {count, number} of {total, number}', { count: changes.length, total })
      : formatCount(total);
  return (
    <Panel title={t('Records that differ')} note={note}>
      {changes.length === 0 && <p className={classes.none}>{t('Every record is as it was.')}</p>}
      <ul className={classes.list} aria-label={t('Records that differ')}>
        {changes.map((change) => (
          <li key={`${change.entity}/${change.recordId}`} className={classes.change}>
            <EntryIcon change={change.change} />
            <div className={classes.body}>
              <p className={classes.head}>
                <button type="button" className={classes.label} onClick={() => goToRecord(change)}>
                  {change.label || change.recordId}
                </button>
                <span className={classes.where}>{changeWords(change)}</span>
              </p>
              <EntryFields
                entry={change}
                fields={mainFields(change).slice(0, 4)}
                roleNames={roleNames}
                full={false}
              />
            </div>
            <span className={classes.sources}>
              {change.sources.map((source) => (
                <SourceMark key={source} source={source} />
              ))}
            </span>
            <span className={classes.when}>
              <RelativeTime at={change.at} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
