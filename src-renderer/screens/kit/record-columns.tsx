import type { Row } from '@renderer/bridge/use-rows';
import { NameCell, type NameCellProps } from '@renderer/screens/shared/name-cell';
import { ServiceTime, serviceTimeText } from '@renderer/screens/shared/service-time';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import type { EntityName } from '@shared/domain/entity';

/** Fields of a record that hold texts, or numbers. */
type FieldOf<E extends EntityName, T> = {
  [F in keyof Row<E>['record'] & string]: Row<E>['record'][F] extends T ? F : never;
}[keyof Row<E>['record'] & string];

interface NameColumn<E extends EntityName> extends Pick<Column<Row<E>>, 'id' | 'title' | 'track'> {
  readonly field: FieldOf<E, string>;
  /** What else the cell shows. */
  readonly look?: (row: Row<E>) => Omit<NameCellProps, 'name' | 'record'>;
}

/** The first column of a table: what a record is called, and what is staged of it. */
export function nameColumn<E extends EntityName>({ field, look, ...column }: NameColumn<E>): Column<Row<E>> {
  const text = ({ record }: Row<E>): string => String(record[field]);
  return {
    ...column,
    sortField: field,
    text,
    cell: (row) => <NameCell name={text(row)} {...look?.(row)} record={row.record} />,
  };
}

interface TimeColumn<E extends EntityName> extends Pick<Column<Row<E>>, 'id' | 'title' | 'track' | 'leaves'> {
  readonly field: FieldOf<E, number>;
}

/** A time that the service gave. */
export function timeColumn<E extends EntityName>({ field, ...column }: TimeColumn<E>): Column<Row<E>> {
  const at = ({ record }: Row<E>): number => Number(record[field]);
  return {
    ...column,
    align: 'end',
    sortField: field,
    text: (row) => serviceTimeText(row.record, at(row)),
    cell: (row) => <ServiceTime record={row.record} at={at(row)} />,
  };
}
