import type { Outcome } from '../kit/outcome';
import { type Metadata, mergeMetadata } from './merge-metadata';

/** Metadata objects of a request, by the columns that they go to. */
type Patch<Column extends string> = { readonly [C in Column]?: Metadata | null | undefined };

/** Metadata columns of a row, as JSON. */
type Columns<Column extends string> = Readonly<Record<Column, string>>;

/** The two metadata objects of a request. */
export type MetadataPatch = Patch<'public_metadata' | 'private_metadata'>;

/** The three metadata objects of a user in a request. */
export type UserMetadataPatch = Patch<'public_metadata' | 'private_metadata' | 'unsafe_metadata'>;

/** Applies metadata objects to their columns, in this order. Refuses the first that is above 8 KB. */
const applyMetadata =
  <Column extends string>(...columns: readonly Column[]) =>
  (before: Columns<Column>, patch: Patch<Column>, mode: 'merge' | 'replace'): Outcome<Columns<Column>> => {
    const after: Record<Column, string> = { ...before };
    for (const column of columns) {
      const merged = mergeMetadata(column, before[column], patch[column] ?? undefined, mode);
      if (!merged.ok) return merged;
      after[column] = merged.value;
    }
    return { ok: true, value: Object.fromEntries(columns.map((c) => [c, after[c]])) as Columns<Column> };
  };

/** Applies both metadata objects of a request to both columns of a row. */
export const bothMetadata = applyMetadata('public_metadata', 'private_metadata');

/** Applies the metadata of a request to the columns of a user. */
export const userMetadata = applyMetadata('public_metadata', 'private_metadata', 'unsafe_metadata');
