import type { Row } from '@renderer/bridge/use-rows';
import type { Names } from '@renderer/fields/field-text';
import { FieldValue, valueText } from '@renderer/fields/field-value';
import { NameCell, type NameCellProps } from '@renderer/screens/shared/name-cell';
import { ServiceTime, serviceTimeText } from '@renderer/screens/shared/service-time';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { Kind } from '@shared/domain/kinds/kinds';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';

/** Fields of a record that hold texts, or numbers. */
type FieldOf<E extends EntityName, T> = {
  [F in keyof Row<E>['record'] & string]: Row<E>['record'][F] extends T ? F : never;
}[keyof Row<E>['record'] & string];

/** Figures stand under each other's ends. */
const figures: ReadonlySet<string> = new Set<Kind>(['time', 'count', 'number', 'seats', 'limit', 'ratio']);

interface NameColumn<E extends EntityName>
  extends Pick<Column<Row<E>>, 'id' | 'title' | 'track'>,
    Pick<NameCellProps, 'shape'> {
  readonly field: FieldOf<E, string>;
  /** What else the cell shows. */
  readonly look?: (row: Row<E>) => Pick<NameCellProps, 'note' | 'out'>;
}

/** The first column of a table: what a record is called, and what is staged of it. */
export function nameColumn<E extends EntityName>(of: NameColumn<E>): Column<Row<E>> {
  const { field, shape = 'round', look, ...column } = of;
  const text = ({ record }: Row<E>): string => String(record[field]);
  return {
    ...column,
    sortField: field,
    text,
    cell: (row) => (
      <NameCell
        name={text(row)}
        server={serverText(row.record, field)}
        shape={shape}
        {...look?.(row)}
        record={row.record}
      />
    ),
  };
}

/** The service's text, while another one is staged. */
export function serverText({ server }: StoredRecord, field: string): string | undefined {
  const text = server[field];
  return typeof text === 'string' ? text : undefined;
}

interface FieldColumn<E extends EntityName>
  extends Pick<Column<Row<E>>, 'id' | 'track' | 'leaves'>,
    Partial<Pick<Column<Row<E>>, 'title'>> {
  readonly entity: E;
  readonly field: FieldOf<E, unknown>;
  /** Names of the roles that it holds. */
  readonly names?: Names;
}

/** A field that rows can be sorted by, as its kind is drawn, under its own name. */
export function fieldColumn<E extends EntityName>(of: FieldColumn<E>): Column<Row<E>> {
  const { entity, field, names, ...column } = of;
  const { label = field, kind } = fieldAt(entity, field) ?? {};
  return {
    title: label,
    sortField: field,
    ...(kind !== undefined && figures.has(kind) && { align: 'end' }),
    ...column,
    text: ({ record }) => valueText(entity, field, readField(record, field) ?? null, names),
    cell: ({ record }) => <FieldValue entity={entity} record={record} field={field} names={names} />,
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
