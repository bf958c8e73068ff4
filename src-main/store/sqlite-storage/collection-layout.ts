import { getPrimaryFieldOfPrimaryKey, type RxDocumentData, type RxJsonSchema } from 'rxdb';
import { foldingVersion } from './folded-text';

/** A field that has a column of its own, because an index of the schema or a facet names it. */
export interface KeyField {
  readonly path: string;
  readonly column: string;
  /** The field whose text the column holds without case and accents; `path` is then a name of no field. */
  readonly folds?: string;
}

/** What an app may declare for one collection beyond its schema. */
export interface CollectionExtras {
  /** Fields whose text is searchable by substring. */
  readonly text: readonly string[];
  /** Fields of few values: counted per value as writes come, and carried in every index so that filters by them stay there. */
  readonly facets: readonly string[];
  /** Text fields that are sorted as people do: without regard to case and accents. */
  readonly sorted: readonly string[];
  /** Set where documents hold what is worked out of their other fields. */
  readonly computed?: ComputedFields;
}

/** Fields that follow from the others of a document: whoever writes one fills them in. */
export interface ComputedFields {
  /** Another version works them out anew, in every document, when the collection opens. */
  readonly version: number;
  readonly indexes: readonly (readonly string[])[];
  /** The document with its fields worked out. */
  readonly of: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** How one collection lies in the file; it follows from schema and extras, and a change of it rebuilds the table. */
export interface CollectionLayout {
  readonly primary: string;
  readonly fields: readonly KeyField[];
  /** Columns of each secondary index, in order. */
  readonly indexes: readonly (readonly string[])[];
  readonly attachments: boolean;
  readonly text: readonly string[];
  readonly facets: readonly KeyField[];
  /** How the text was folded when it was indexed. */
  readonly folding?: number;
  /** Version of the computed fields that the documents hold. */
  readonly computed?: number;
}

/** Columns every document table has, whatever its schema: path in the document to column. */
export function builtInColumn(primary: string, path: string): string | undefined {
  if (path === primary) return 'id';
  if (path === '_deleted') return 'deleted';
  return path === '_meta.lwt' ? 'lwt' : undefined;
}

/** A table of documents in a statement that is to go by its index of ids (`id UNIQUE`), whatever the planner would choose (https://sqlite.org/lang_indexedby.html). */
export const byIds = (table: string): string => `${table} INDEXED BY sqlite_autoindex_${table}_1`;

/** What the column of a field's folded text goes by; no path of a document looks so. */
export const foldedPath = (path: string): string => `${path} ~`;

/** Reads the layout off a schema that RxDB has already filled with its defaults. */
export function layoutOf<RxDocType>(
  schema: RxJsonSchema<RxDocumentData<RxDocType>>,
  extras: CollectionExtras,
): CollectionLayout {
  const primary = getPrimaryFieldOfPrimaryKey(schema.primaryKey);
  const fields: KeyField[] = [];
  const columnOf = (path: string): string => {
    const known = builtInColumn(primary, path) ?? fields.find((field) => field.path === path)?.column;
    if (known !== undefined) return known;
    const column = `k${fields.length}`;
    fields.push({ path, column });
    return column;
  };
  const orderOf = (path: string): string => {
    const plain = columnOf(path);
    if (!extras.sorted.includes(path)) return plain;
    const name = foldedPath(path);
    const known = fields.find((field) => field.path === name);
    if (known !== undefined) return known.column;
    const column = `k${fields.length}`;
    fields.push({ path: name, column, folds: path });
    return column;
  };
  const facets = extras.facets.map((path) => ({ path, column: columnOf(path) }));
  // As RxDB has it for its own: deletion first, the id last.
  const further = (extras.computed?.indexes ?? []).map((index) => ['_deleted', ...index, primary]);
  const indexes = [...(schema.indexes ?? []), ...further].map((index) => {
    const columns = (typeof index === 'string' ? [index] : [...index]).map((path) => orderOf(String(path)));
    const carried = facets.map(({ column }) => column).filter((column) => !columns.includes(column));
    return columns[0] === 'deleted' ? [...columns, ...carried] : columns;
  });
  return {
    primary,
    fields,
    indexes,
    attachments: schema.attachments !== undefined,
    text: extras.text,
    facets,
    ...(extras.text.length + extras.sorted.length > 0 && { folding: foldingVersion }),
    ...(extras.computed !== undefined && { computed: extras.computed.version }),
  };
}
