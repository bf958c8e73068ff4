import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';

/** A metadata object. */
export type Metadata = Readonly<Record<string, unknown>>;

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
export const mergeMetadata = (
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
