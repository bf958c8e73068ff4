import { appendFile } from 'node:fs/promises';
import { StoreError } from '../sqlite-storage/store-error';
import { type BackupManifest, encodeEnd } from './backup-manifest';
import { readBackup } from './read-backup';

/**
 * Makes a backup of a copied database: appends the manifest and reads it again.
 *
 * @throws StoreError `io` when it does not come back as it was written.
 */
export async function appendManifest(path: string, manifest: BackupManifest, key: string): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(manifest));
  await appendFile(path, Buffer.concat([Buffer.from('\n'), bytes, Buffer.from(encodeEnd(bytes, key))]));
  const backup = await readBackup(path);
  if (!backup.ok || !backup.value.isSealedBy(key)) {
    throw new StoreError('io', `What was written to ${path} cannot be read again.`);
  }
}
