import type { Row } from '@renderer/bridge/use-rows';
import { NameCell } from '@renderer/screens/shared/name-cell';
import { ServiceTime, serviceTimeText } from '@renderer/screens/shared/service-time';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { t } from '@shared/language/t';
import { besideName, namesBeside } from './beside-name';
import { fieldColumn } from './record-columns';

const tracks = {
  /** What a record is called. */
  name: 'minmax(220px, 2.4fr)',
  wide: 'minmax(140px, 2.4fr)',
  middle: 'minmax(120px, 1fr)',
  narrow: 'minmax(90px, 0.7fr)',
} as const;

/** The columns that a model names, and when a record was made: for lists that need nothing special. */
export function modelColumns<E extends EntityName>(entity: E): readonly Column<Row<E>>[] {
  const named = Object.entries(modelOf(entity).fields).flatMap(([name, { label, column }], place) => {
    if (column === undefined) return [];
    const track = tracks[place === 0 ? 'name' : column];
    const shared = { id: name, title: label, track, sortField: name };
    if (place > 0) {
      const column = fieldColumn({ ...shared, entity, field: name as keyof Row<E>['record'] & string });
      const { text } = column;
      const called = (row: Row<E>): string => besideName(entity, name, row.extras) ?? text(row);
      // A column of ids shows what they are called.
      return [namesBeside(entity, name).length > 0 ? { ...column, text: called, cell: called } : column];
    }
    const text = ({ record, extras }: Row<E>): string =>
      besideName(entity, name, extras) ?? String(readField(record, name));
    return [{ ...shared, text, cell: (row: Row<E>) => <NameCell name={text(row)} record={row.record} /> }];
  });
  // What the service does not date is told without.
  if (!Object.hasOwn(modelOf(entity).fields, 'createdAt')) return named;
  return [
    ...named,
    {
      id: 'created',
      title: t('Added'),
      track: '84px',
      align: 'end',
      leaves: 1,
      sortField: 'createdAt',
      text: ({ record }) => serviceTimeText(record, createdAt(record)),
      cell: ({ record }) => <ServiceTime record={record} at={createdAt(record)} />,
    },
  ];
}

const createdAt = (record: object): number => Number(readField(record, 'createdAt') ?? 0);
