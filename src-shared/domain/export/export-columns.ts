import { EntityName, modelOf } from '../entity';
import type { AnyField } from '../kinds/field';
import type { Kind } from '../kinds/kinds';
import { besideOf } from '../records/beside';
import { fieldAt } from '../records/fields-of';
import { isMetadataPath } from '../views/metadata-paths';

/** A column of an exported table: a field by its path, as `--where` and drafts name it. */
export interface ExportColumn {
  readonly path: string;
  readonly kind: Kind;
  readonly plain?: true | undefined;
  readonly byId?: true | undefined;
}

/** What a table of an entity can hold: its id, every field that is no secret, and `state`, how far it is staged. */
export function exportColumns(entity: EntityName): readonly ExportColumn[] {
  const fields = Object.entries<AnyField>(modelOf(entity).fields).flatMap(([name, field]): ExportColumn[] =>
    field.kind === 'group'
      ? Object.entries(field.parts).map(([part, { kind, plain }]) => ({
          path: `${name}.${part}`,
          kind,
          plain,
        }))
      : [{ path: name, kind: field.kind, plain: field.plain, byId: field.byId }],
  );
  return [
    { path: 'id', kind: 'ref' },
    ...fields.filter(({ kind }) => kind !== 'secret'),
    { path: 'state', kind: 'choice' },
  ];
}

/** A column that a table has when it is asked for: what is worked out of a row, counted of it, or stands in the record that it names. */
export interface FurtherColumn extends ExportColumn {
  readonly label: string;
}

export function furtherColumns(entity: EntityName): readonly FurtherColumn[] {
  const { computed, fields } = modelOf(entity);
  const figures = Object.entries<AnyField>(computed?.fields ?? {}).map(([path, field]) =>
    asColumn(path, field),
  );
  const beside = Object.entries(besideOf(entity)).flatMap(([path, source]): FurtherColumn[] => {
    if (path in fields || figures.some((figure) => figure.path === path)) return [];
    if ('count' in source) return [{ path, kind: 'count', label: source.label }];
    const other = 'newest' in source ? source.newest : 'one' in source && 'by' in source ? source.one : null;
    const field =
      other === null || !('of' in source) ? undefined : fieldAt(EntityName.parse(other), source.of);
    return field === undefined ? [] : [asColumn(path, field)];
  });
  return [...figures, ...beside].filter(({ kind }) => kind !== 'secret');
}

const asColumn = (path: string, { kind, plain, byId, label }: AnyField): FurtherColumn => ({
  path,
  // What has parts of its own stands beside no row.
  kind: kind === 'group' ? 'json' : kind,
  plain,
  byId,
  label,
});

/** One column by its path: one of these, or a value inside of metadata (`publicMetadata.tier`); undefined for none. */
export function exportColumn(entity: EntityName, path: string): ExportColumn | undefined {
  const known = [...exportColumns(entity), ...furtherColumns(entity)].find((column) => column.path === path);
  return known ?? (isMetadataPath(entity, path) ? { path, kind: 'entry' } : undefined);
}
