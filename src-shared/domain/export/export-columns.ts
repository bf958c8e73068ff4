import { type EntityName, modelOf } from '../entity';
import type { AnyField } from '../kinds/field';
import type { Kind } from '../kinds/kinds';
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

/** One column by its path: one of those, or a value inside of metadata (`publicMetadata.tier`); undefined for none. */
export function exportColumn(entity: EntityName, path: string): ExportColumn | undefined {
  const known = exportColumns(entity).find((column) => column.path === path);
  return known ?? (isMetadataPath(entity, path) ? { path, kind: 'entry' } : undefined);
}
