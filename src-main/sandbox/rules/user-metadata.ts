import type { UserRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { bothMetadata, type MetadataPatch } from './both-metadata';
import { type Metadata, mergeMetadata } from './merge-metadata';

/** The three metadata objects of a user in a request. */
export type UserMetadataPatch = MetadataPatch & { readonly unsafe_metadata?: Metadata | null | undefined };

/** The three metadata columns of a user. */
export type UserMetadataColumns = Pick<UserRow, 'public_metadata' | 'private_metadata' | 'unsafe_metadata'>;

/** Applies the metadata of a request to the columns of a user. Refuses what is above 8 KB each. */
export const userMetadata = (
  before: UserMetadataColumns,
  patch: UserMetadataPatch,
  mode: 'merge' | 'replace',
): Outcome<UserMetadataColumns> => {
  const both = bothMetadata(before, patch, mode);
  if (!both.ok) return both;
  const unsafe = mergeMetadata(
    'unsafe_metadata',
    before.unsafe_metadata,
    patch.unsafe_metadata ?? undefined,
    mode,
  );
  return unsafe.ok ? { ok: true, value: { ...both.value, unsafe_metadata: unsafe.value } } : unsafe;
};
