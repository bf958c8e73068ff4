import type { Row } from '@renderer/bridge/use-rows';
import { fieldText } from '@renderer/fields/field-text';
import { NameCell } from '@renderer/screens/shared/name-cell';
import { ServiceTime, serviceTimeText } from '@renderer/screens/shared/service-time';
import { capitalized } from '@renderer/ui/format/capitalized';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { RelativeTime, relativeText } from '@renderer/ui/marks/relative-time';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';

const tracks = {
  wide: 'minmax(220px, 2.4fr)',
  middle: 'minmax(120px, 1fr)',
  narrow: 'minmax(90px, 0.7fr)',
} as const;

/** The columns that a model names, and when a record was made: for lists that need nothing special. */
export function modelColumns<E extends EntityName>(entity: E): readonly Column<Row<E>>[] {
  const named = Object.entries(modelOf(entity).fields).flatMap(([name, { label, column, kind }], place) => {
    if (column === undefined) return [];
    const held = ({ record }: Row<E>): JsonValue => readField(record, name) ?? null;
    const shared = { id: name, title: label, track: tracks[column], sortField: name };
    if (place === 0) {
      const text = (row: Row<E>): string => String(held(row));
      return [{ ...shared, text, cell: (row: Row<E>) => <NameCell name={text(row)} record={row.record} /> }];
    }
    if (kind === 'time') {
      const at = (row: Row<E>): number => Number(held(row));
      const cell = (row: Row<E>) => <RelativeTime at={at(row)} />;
      return [{ ...shared, align: 'end' as const, text: (row: Row<E>) => relativeText(at(row)), cell }];
    }
    return [{ ...shared, text: (row: Row<E>) => wordOf(entity, name, held(row)) }];
  });
  // What the service does not date is told without.
  if (!Object.hasOwn(modelOf(entity).fields, 'createdAt')) return named;
  return [
    ...named,
    {
      id: 'created',
      title: 'Added',
      track: '84px',
      align: 'end',
      sortField: 'createdAt',
      text: ({ record }) => serviceTimeText(record, createdAt(record)),
      cell: ({ record }) => <ServiceTime record={record} at={createdAt(record)} />,
    },
  ];
}

const createdAt = (record: object): number => Number(readField(record, 'createdAt') ?? 0);

/** A value of few as a word: `email_address` is "Email address". */
export function wordOf(entity: EntityName, field: string, value: JsonValue): string {
  const text = fieldText(entity, field, value);
  return modelOf(entity).fields[field]?.facet ? capitalized(text.replaceAll('_', ' ')) : text;
}
