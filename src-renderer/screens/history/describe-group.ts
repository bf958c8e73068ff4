import type { ToldEntry } from '@shared/contract/history';
import { modelOf } from '@shared/domain/entity';
import type { Titled } from '@shared/domain/staging/titled-draft';
import { undoGroupTitle } from '@shared/domain/staging/undo-group-title';
import { t } from '@shared/language/t';
import { mainFields } from './describe-entry';
import type { HistoryGroup } from './history-items';

/** What a gesture did, as undo names it: `Role of 12 members`, `Delete organization Acme, and 40 records in it`. */
export function groupTitle(entries: readonly ToldEntry[]): string {
  const [first] = entries;
  const place = entries.find(({ entity }) => modelOf(entity).scope);
  // One deletion took the others along.
  if (first && place && entries.every(({ intentId }) => intentId === first.intentId))
    return t('{title}, and {count, plural, one {# record} other {# records}} in it', {
      title: undoGroupTitle([asTitled(place)]),
      count: entries.length - 1,
    });
  return undoGroupTitle(entries.map(asTitled));
}

/** `in Acme`, `in 4 organizations`; '' where none of it belongs to one. */
export function groupPlace(entries: readonly ToldEntry[]): string {
  const names = new Set(entries.flatMap(({ organizationName }) => organizationName || []));
  const [only] = names;
  if (only === undefined) return '';
  return names.size === 1
    ? t('in {place}', { place: only })
    : t('in {count, plural, one {# organization} other {# organizations}}', { count: names.size });
}

/** What stands behind its name: of what it is a part, where it happened, and of how many entries it is; `partial`: older ones may not be read. */
export function groupDetails(
  { entries, rest }: Pick<HistoryGroup, 'entries' | 'rest'>,
  partial: boolean,
): string {
  const part = entries[0]?.part;
  const count = entries.length + rest.length;
  return [
    part?.ticket ?? '',
    part?.set ? groupTitle(entries) : '',
    groupPlace(entries),
    // Name and place are those of the entries that were read.
    rest.length > 0 ? t('and {count, number} more', { count: rest.length }) : '',
    partial
      ? t('{count, plural, one {# entry} other {# entries}}, and older ones', { count })
      : t('{count, plural, one {# entry} other {# entries}}', { count }),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** Several fields of one record count as one change of it. */
function asTitled(entry: ToldEntry): Titled {
  const { entity, change } = entry;
  const label = entry.label || entry.recordId;
  if (change === 'created') return { entity, label, action: { verb: 'create', values: {} } };
  if (change === 'deleted') return { entity, label, action: { verb: 'delete' } };
  const fields = mainFields(entry);
  const field = fields.length === 1 ? (fields[0]?.field ?? '') : t('Several values');
  return { entity, label, action: { verb: 'update', field, value: null } };
}
