import { FoldToggle } from '@renderer/ui/controls/fold-toggle';
import { formatExact, formatTime } from '@renderer/ui/format/format-time';
import { t } from '@shared/language/t';
import { Layers } from 'lucide-react';
import { groupDetails, groupTitle } from './describe-group';
import { EntryEffect } from './entry-effect';
import classes from './entry-row.module.css';
import type { HistoryGroup } from './history-items';
import { isOnRow } from './is-on-row';
import { SourceMark } from './source-mark';

interface GroupRowProps {
  readonly item: HistoryGroup;
  readonly open: boolean;
  /** Older entries of it may not be loaded yet. */
  readonly partial: boolean;
  readonly onToggle: (id: string) => void;
}

/** What one gesture or one change set did, as one line; its entries follow it while it is open. */
export function GroupRow({ item: { id, day, entries, rest }, open, partial, onToggle }: GroupRowProps) {
  const [newest] = entries;
  const count = entries.length + rest.length;
  if (newest === undefined) return null;
  const { at, part, source } = newest;
  const title = part?.set || groupTitle(entries);
  return (
    <>
      {day && <h2 className={classes.day}>{day}</h2>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the item of the list does the same */}
      <article
        className={classes.entry}
        data-open={open || undefined}
        onClick={(event) => isOnRow(event) && onToggle(id)}
      >
        <time className={classes.time} dateTime={new Date(at).toISOString()} title={formatExact(at)}>
          {formatTime(at)}
        </time>
        <span className={classes.icon} aria-hidden>
          <Layers size={12} />
        </span>
        <div className={classes.body}>
          <p className={classes.head}>
            <strong className={classes.group}>{title}</strong>
            <span className={classes.what}>{groupDetails({ entries, rest }, partial)}</span>
          </p>
          {/* Of a part of it the answer would be a part; and what came in since asks anew. */}
          {open && !partial && <EntryEffect key={count} entries={entries} rest={rest} />}
        </div>
        <SourceMark source={source} by={part?.by} />
        <FoldToggle open={open} label={t('Entries of {title}', { title })} onToggle={() => onToggle(id)} />
      </article>
    </>
  );
}
