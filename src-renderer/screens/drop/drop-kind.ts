import { imageType } from '@renderer/screens/shared/read-image';
import { z } from 'zod';

/** What a dropped file can be. `unknown`: nothing here takes it. */
export type DropKind = 'image' | 'table' | 'change-set' | 'review' | 'books' | 'view' | 'unknown';

/** Where each of our own files says what it is. */
const OwnFile = z.union([
  z.object({ format: z.string() }).transform(({ format }) => format),
  z.object({ manifest: z.object({ format: z.string() }) }).transform(({ manifest }) => manifest.format),
  z.object({ campaign: z.object({ format: z.string() }) }).transform(({ campaign }) => campaign.format),
]);

const ownFormats: ReadonlyMap<string, DropKind> = new Map([
  ['tenantry-change-set', 'change-set'],
  ['tenantry-review', 'review'],
  ['tenantry-books', 'books'],
  ['tenantry-view', 'view'],
]);

/** Our own files are smaller, bytes. */
const mostOwnBytes = 100_000_000;

/**
 * What a file is: images and our own files by their content, whatever their names say; tables, which anything could be, by their names.
 * A file that cannot be read (a folder, one that was moved) is unknown.
 */
export async function dropKind(file: Blob & { readonly name: string }): Promise<DropKind> {
  try {
    if (imageType(new Uint8Array(await file.slice(0, 16).arrayBuffer()), true) !== null) return 'image';
    if (/\.(csv|tsv|txt|xlsx|jsonl)$/i.test(file.name)) return 'table';
    if (!/\.json$/i.test(file.name) || file.size > mostOwnBytes) return 'unknown';
    const format = OwnFile.safeParse(JSON.parse(await file.text()));
    // Of whichever version: what takes it says what it thinks of that.
    return (format.success && ownFormats.get(format.data.replace(/\/\d+$/, ''))) || 'unknown';
  } catch {
    return 'unknown';
  }
}
