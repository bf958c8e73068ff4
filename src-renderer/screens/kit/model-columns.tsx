import type { Row } from '@renderer/bridge/use-rows';
import { NameCell } from '@renderer/screens/shared/name-cell';
import { ServiceTime, serviceTimeText } from '@renderer/screens/shared/service-time';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { t } from '@shared/language/t';
import { besideName, namesBeside } from './beside-name';
import { fieldColumn, serverText } from './record-columns';

const tracks = {
  /** What a record is called. */
  name: 'minmax(220px, 2.4fr)',
  wide: 'minmax(140px, 2.4fr)',
  middle: 'minmax(120px, 1fr)',
  narrow: 'minmax(90px, 0.7fr)',
} as const;

/** The columns that a model names, and when a record was made: for lists that need nothing special. */
export function modelColumns<E extends EntityName>(entity: E): readonly Column<Row<E>>[] {
  const fields = Object.entries(modelOf(entity).fields);
  const named = fields.flatMap(([name, { label, column }], place) => {
    if (column === undefined) return [];
    const track = tracks[place === 0 ? 'name' : column];
    // Where there is little room, the last ones leave first.
    const shared = { id: name, title: label, track, ...(place > 0 && { leaves: fields.length + 1 - place }) };
    // A column of ids shows what they are called, by which no index sorts.
    const isId = namesBeside(entity, name).length > 0;
    const called = ({ record, extras }: Row<E>): string =>
      besideName(entity, name, extras) ?? String(readField(record, name));
    if (place === 0) {
      const cell = (row: Row<E>) => (
        <NameCell name={called(row)} server={serverText(row.record, name)} record={row.record} />
      );
      return [{ ...shared, ...(!isId && { sortField: name }), text: called, cell }];
    }
    if (isId) return [{ ...shared, text: called }];
    return [fieldColumn({ ...shared, entity, field: name as keyof Row<E>['record'] & string })];
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
