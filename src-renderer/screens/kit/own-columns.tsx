import type { Row } from '@renderer/bridge/use-rows';
import { fieldText } from '@renderer/fields/field-text';
import { FieldValue } from '@renderer/fields/field-value';
import { useColumnLayouts } from '@renderer/state/column-layouts';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { isMetadataPath } from '@shared/domain/views/metadata-paths';
import { useMemo } from 'react';

const none: readonly string[] = [];

/** Paths inside of metadata that somebody made columns of. */
export const useOwnPaths = (table: string): readonly string[] =>
  useColumnLayouts(({ own }) => own[table] ?? none);

/** The columns of a table, and behind them those that somebody made of metadata. */
export function useOwnColumns<E extends EntityName>(
  entity: E,
  table: string,
  columns: readonly Column<Row<E>>[],
): readonly Column<Row<E>>[] {
  const paths = useOwnPaths(table);
  return useMemo(
    () => [
      ...columns,
      ...paths.filter((path) => isMetadataPath(entity, path)).map((path) => metadataColumn(entity, path)),
    ],
    [entity, columns, paths],
  );
}

function metadataColumn<E extends EntityName>(entity: E, path: string): Column<Row<E>> {
  const [, ...keys] = path.split('.');
  const held = (record: object) => readField(record, path) ?? null;
  return {
    id: path,
    title: keys.join(' › '),
    track: 'minmax(110px, 1fr)',
    text: ({ record }) => (held(record) === null ? '' : fieldText(entity, path, held(record))),
    cell: ({ record }) => <FieldValue entity={entity} record={record} field={path} />,
  };
}
