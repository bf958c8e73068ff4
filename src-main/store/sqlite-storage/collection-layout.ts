import { getPrimaryFieldOfPrimaryKey, type RxDocumentData, type RxJsonSchema } from 'rxdb';

/** A field that has a column of its own, because an index of the schema names it. */
export interface KeyField {
  readonly path: string;
  readonly column: string;
}

/** How one collection lies in the file; all of it follows from the schema, so it is compared, not trusted. */
export interface CollectionLayout {
  readonly primary: string;
  readonly fields: readonly KeyField[];
  /** Columns of each secondary index, in order. */
  readonly indexes: readonly (readonly string[])[];
  readonly attachments: boolean;
}

/** Columns every document table has, whatever its schema: path in the document to column. */
export function builtInColumn(primary: string, path: string): string | undefined {
  if (path === primary) return 'id';
  if (path === '_deleted') return 'deleted';
  return path === '_meta.lwt' ? 'lwt' : undefined;
}

/** Reads the layout off a schema that RxDB has already filled with its defaults. */
export function layoutOf<RxDocType>(schema: RxJsonSchema<RxDocumentData<RxDocType>>): CollectionLayout {
  const primary = getPrimaryFieldOfPrimaryKey(schema.primaryKey);
  const fields: KeyField[] = [];
  const columnOf = (path: string): string => {
    const known = builtInColumn(primary, path) ?? fields.find((field) => field.path === path)?.column;
    if (known !== undefined) return known;
    const column = `k${fields.length}`;
    fields.push({ path, column });
    return column;
  };
  const indexes = (schema.indexes ?? []).map((index) =>
    (typeof index === 'string' ? [index] : [...index]).map((path) => columnOf(String(path))),
  );
  return { primary, fields, indexes, attachments: schema.attachments !== undefined };
}
