import type { Row } from '@renderer/bridge/use-rows';
import { choicesOf } from '@renderer/fields/create-fields';
import { nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import { formatExact } from '@renderer/ui/format/format-time';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { t } from '@shared/language/t';

type DomainRow = Row<'domain'>;
export type StateField = 'dns' | 'ssl' | 'mail';

const wordsOf = (field: StateField | 'rank'): ReadonlyMap<string, string> =>
  new Map(choicesOf('domain', field).map(({ value, label }) => [value, label]));

const ranks = wordsOf('rank');

/** One of the states of a domain: done is quiet, failed is red, the rest is to do. */
const stateColumn = (field: StateField, title: string, leaves?: number): Column<DomainRow> => {
  const words = wordsOf(field);
  const word = ({ record }: DomainRow): string => words.get(record[field]) ?? record[field];
  const since = ({ extras }: DomainRow): number => Number(extras[`${field}Since`] ?? 0);
  const text = (row: DomainRow): string =>
    since(row) === 0 ? word(row) : t('{state} since {at}', { state: word(row), at: formatExact(since(row)) });
  return {
    id: field,
    title,
    track: 'minmax(128px, 0.8fr)',
    sortField: field,
    ...(leaves !== undefined && { leaves }),
    text,
    cell: (row) => {
      const held = row.record[field];
      const mark =
        held === '' || held === 'complete' ? (
          <span>{word(row)}</span>
        ) : (
          <StateMark kind={held === 'failed' ? 'refused' : 'unverified'} word={word(row)} />
        );
      return (
        <span>
          {mark} {since(row) > 0 && <RelativeTime at={since(row)} />}
        </span>
      );
    },
  };
};

export const domainColumns: readonly Column<DomainRow>[] = [
  nameColumn({ id: 'name', title: t('Domain'), track: 'minmax(200px, 1.8fr)', field: 'name' }),
  {
    id: 'application',
    title: t('Application'),
    track: 'minmax(150px, 1.4fr)',
    text: ({ extras }) => String(extras.applicationName ?? ''),
  },
  {
    id: 'primary',
    title: t('Role'),
    track: '92px',
    leaves: 3,
    sortField: 'rank',
    text: ({ record }) => ranks.get(record.rank) ?? record.rank,
  },
  stateColumn('dns', 'DNS'),
  stateColumn('ssl', t('Certificate')),
  stateColumn('mail', t('Mail'), 4),
  {
    id: 'proxy',
    title: t('Reached by'),
    track: '104px',
    leaves: 1,
    sortField: 'proxyUrl',
    text: ({ record }) => (record.proxyUrl === '' ? 'DNS' : t('a proxy')),
  },
  timeColumn({ id: 'added', title: t('Added'), track: '96px', field: 'createdAt', leaves: 2 }),
];
