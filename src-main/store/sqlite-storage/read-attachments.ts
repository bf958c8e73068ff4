import type { BulkWriteRow } from 'rxdb';
import type { AttachmentBytes } from './write-attachments';

/** Reads the bytes of every attachment that a bulk brings along. */
export async function readAttachments<RxDocType>(
  rows: readonly BulkWriteRow<RxDocType>[],
): Promise<AttachmentBytes> {
  const blobs = rows.flatMap(({ document }) =>
    Object.values(document._attachments).flatMap((attachment) =>
      'data' in attachment ? [attachment.data] : [],
    ),
  );
  const bytes = await Promise.all(
    blobs.map(async (blob) => [blob, new Uint8Array(await blob.arrayBuffer())] as const),
  );
  return new Map(bytes);
}
