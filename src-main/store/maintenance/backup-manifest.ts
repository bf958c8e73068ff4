import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';

/**
 * What a backup carries behind its database, as JSON and with an end that tells where it begins:
 *
 *     database, page by page as SQLCipher sealed it
 *     \n  manifest  \n  length of the manifest, 10 digits  space  its SHA-256  space  its HMAC  \n  TENANTRY BACKUP 1  \n
 *
 * The checksum tells damage from a wrong passphrase; the HMAC, keyed by the database's key, tells that nobody without
 * that key wrote the manifest.
 */
export const BackupManifest = z.object({
  /** Ms since 1970. */
  madeAt: z.number(),
  databaseBytes: z.number().int().positive(),
  /** What it takes to open the database, as the workspace wants it kept. Not encrypted. */
  label: z.string(),
  /** The open intents, as a line of the journal; encrypted. */
  journal: z.string(),
});
export type BackupManifest = Readonly<z.infer<typeof BackupManifest>>;

/** How many bytes the end behind the manifest takes. */
export const endSize = 160;
const end = /^\n(\d{10}) ([0-9a-f]{64}) ([0-9a-f]{64})\nTENANTRY BACKUP 1\n$/;

export function encodeEnd(manifest: Uint8Array, key: string): string {
  const length = String(manifest.length).padStart(10, '0');
  return `\n${length} ${checksumOf(manifest)} ${sealOf(manifest, key)}\nTENANTRY BACKUP 1\n`;
}

/** Null when these bytes are not the end of a backup. */
export function decodeEnd(
  bytes: Uint8Array,
): { readonly length: number; readonly checksum: string; readonly seal: string } | null {
  const [, length, checksum, seal] = end.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return length && checksum && seal ? { length: Number(length), checksum, seal } : null;
}

export function checksumOf(manifest: Uint8Array): string {
  return createHash('sha256').update(manifest).digest('hex');
}

/** @param key the database's raw key, hex */
export function sealOf(manifest: Uint8Array, key: string): string {
  const secret = hkdfSync('sha256', Buffer.from(key, 'hex'), '', 'tenantry backup manifest', 32);
  return createHmac('sha256', Buffer.from(secret)).update(manifest).digest('hex');
}
