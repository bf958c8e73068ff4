import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';

/** A metadata object. */
type Metadata = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Metadata =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const maxBytes = 8192;

const deepMerge = (base: Metadata, patch: Metadata): Metadata => {
  // As a map: a key may have any name, `__proto__` too.
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    const below = merged.get(key);
    if (value === null) merged.delete(key);
    else merged.set(key, isObject(value) ? deepMerge(isObject(below) ? below : {}, value) : value);
  }
  return Object.fromEntries(merged);
};

/**
 * The JSON text to store for a metadata column.
 *
 * `merge` merges deeply and removes the keys set to null at any level; `replace` stores the patch as it is. Refuses
 * what is above 8 KB. Source: spec `/organizations/{organization_id}/metadata`.
 */
const mergeMetadata = (
  param: string,
  base: string,
  patch: Metadata | undefined,
  mode: 'merge' | 'replace',
): Outcome<string> => {
  if (patch === undefined) return { ok: true, value: base };
  const next = mode === 'replace' ? patch : deepMerge(JSON.parse(base) as Metadata, patch);
  const text = JSON.stringify(next);
  return Buffer.byteLength(text) > maxBytes ? refusals.metadataTooLarge(param) : { ok: true, value: text };
};

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
