import { open } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { BackupManifest, checksumOf, decodeEnd, endSize, sealOf } from './backup-manifest';

/** A backup whose manifest is whole. Its database is not looked at yet. */
export interface Backup {
  readonly path: string;
  readonly manifest: BackupManifest;
  /** Whether who wrote the manifest had this database key. */
  isSealedBy(key: string): boolean;
}

/** Reads what a backup holds, from its end. */
export async function readBackup(path: string): Promise<Result<Backup>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const read = async (length: number, position: number): Promise<Buffer> =>
        (await file.read(Buffer.alloc(length), 0, length, position)).buffer;
      const end = size < endSize ? null : decodeEnd(await read(endSize, size - endSize));
      const start = size - endSize - (end?.length ?? 0);
      if (end === null || start < 1) return notWhole(path);
      const bytes = await read(end.length, start);
      if (checksumOf(bytes) !== end.checksum) return damagedManifest(path);
      const manifest = BackupManifest.parse(JSON.parse(bytes.toString()));
      if (manifest.databaseBytes !== start - 1) return notWhole(path);
      return success({ path, manifest, isSealedBy: (key) => sealOf(bytes, key) === end.seal });
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return failure(
      'invalid-input',
      t('The backup {path} cannot be read ({code}). Nothing was restored.', {
        path,
        code: String(error.code),
      }),
      t('Check the path and whether you may read the file.'),
    );
  }
}

function notWhole(path: string): Result<never> {
  return failure(
    'database-damaged',
    t(
      '{path} is not a whole backup of Tenantry: a part is missing, or its last bytes are damaged. Nothing was restored.',
      { path },
    ),
    t('Check that it is the right file and was copied as a whole; else take another backup.'),
  );
}

function damagedManifest(path: string): Result<never> {
  return failure(
    'database-damaged',
    t(
      'The backup {path} is damaged: the list behind its database, which holds its key and its staged changes, was altered. Nothing was restored.',
      { path },
    ),
    t('Copy the file again from where you keep it, or take another backup.'),
  );
}
