import type { Outcome } from '../kit/outcome';
import { type Metadata, mergeMetadata } from './merge-metadata';

/** The two metadata objects of a request. */
export type MetadataPatch = {
  readonly public_metadata?: Metadata | null | undefined;
  readonly private_metadata?: Metadata | null | undefined;
};

/** The two metadata columns of a row. */
export type MetadataColumns = { readonly public_metadata: string; readonly private_metadata: string };

/** Applies both metadata objects of a request to both columns of a row. Refuses what is above 8 KB each. */
export const bothMetadata = (
  before: MetadataColumns,
  patch: MetadataPatch,
  mode: 'merge' | 'replace',
): Outcome<MetadataColumns> => {
  const open = mergeMetadata(
    'public_metadata',
    before.public_metadata,
    patch.public_metadata ?? undefined,
    mode,
  );
  if (!open.ok) return open;
  const hidden = mergeMetadata(
    'private_metadata',
    before.private_metadata,
    patch.private_metadata ?? undefined,
    mode,
  );
  if (!hidden.ok) return hidden;
  return { ok: true, value: { public_metadata: open.value, private_metadata: hidden.value } };
};
