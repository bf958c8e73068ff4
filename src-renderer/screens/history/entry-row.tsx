import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { FoldToggle } from '@renderer/ui/controls/fold-toggle';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatExact, formatTime } from '@renderer/ui/format/format-time';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { IdRow } from '@renderer/ui/layout/id-row';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { t } from '@shared/language/t';
import { changeWords, mainFields } from './describe-entry';
import { EntryEffect } from './entry-effect';
import { EntryFields } from './entry-fields';
import { EntryIcon } from './entry-icon';
import classes from './entry-row.module.css';
import type { HistoryItem } from './history-items';
import { isOnRow } from './is-on-row';
import { SourceMark } from './source-mark';

interface EntryRowProps {
  readonly item: Extract<HistoryItem, { readonly kind: 'entry' }>;
  readonly open: boolean;
  readonly roleNames: ReadonlyMap<string, string>;
  readonly onToggle: (id: string) => void;
}

/** Fields shown before an entry is opened. */
const shownFields = 3;

/** One observed change: when, what of which record, from which value to which, and from where. */
export function EntryRow({ item, open, roleNames, onToggle }: EntryRowProps) {
  const { entry, day, inside } = item;
  const { organizationName: place, part } = entry;
  const main = mainFields(entry);
  const shown = open ? entry.fields : main.slice(0, shownFields);
  const more = main.length - shownFields;
  return (
    <>
      {day && <h2 className={classes.day}>{day}</h2>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the item of the list does the same */}
      <article
        className={classes.entry}
        data-open={open || undefined}
        data-inside={inside || undefined}
        onClick={(event) => isOnRow(event) && onToggle(entry.id)}
      >
        <time
          className={classes.time}
          dateTime={new Date(entry.at).toISOString()}
          title={formatExact(entry.at)}
        >
          {formatTime(entry.at)}
        </time>
        <EntryIcon change={entry.change} />
        <div className={classes.body}>
          <p className={classes.head}>
            <button type="button" className={classes.label} tabIndex={-1} onClick={() => goToRecord(entry)}>
              {entry.label || entry.recordId}
            </button>
            <span className={classes.what}>
              {changeWords(entry)}
              {place !== '' && !entry.label.includes(place) && ` ${t('in {place}', { place })}`}
              {!inside && part?.set && ` · ${part.set}`}
            </span>
          </p>
          <EntryFields entry={entry} fields={shown} roleNames={roleNames} full={open} />
          {!open && more > 0 && (
            <LinkButton onClick={() => onToggle(entry.id)}>
              {t('and {more, plural, one {# more field} other {# more fields}}', { more })}
            </LinkButton>
          )}
          {open && <EntryEffect entries={[entry]} />}
          {open && <EntryProof entry={entry} />}
        </div>
        <SourceMark source={entry.source} by={part?.by} />
        <FoldToggle
          open={open}
          label={t('Details of {label}', { label: entry.label })}
          onToggle={() => onToggle(entry.id)}
        />
      </article>
    </>
  );
}

/** Where the entry stands in the chain, and what it can be traced by. */
function EntryProof({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <dl className={classes.proof}>
      <FieldRow label={t('Entry')}>
        {t('no. {seq}, seen {time}', { seq: String(entry.seq), time: formatExact(entry.at) })}
      </FieldRow>
      <IdRow label={t('Record')} id={entry.recordId} />
      <IdRow label={t('Request')} id={entry.requestId} />
      <IdRow label={t('Change')} id={entry.intentId} />
      <IdRow label={t('Hash')} id={entry.hash} />
    </dl>
  );
}
