import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { writeFileAtomic } from '../write-file-atomic';

/** The key in the key file, made when there is none; an existing key is never replaced, boxes depend on it. */
export async function ensureProfileKey(file: string): Promise<Buffer> {
  const existing = await readProfileKey(file);
  if (existing.ok) return existing.value;
  const key = randomBytes(32);
  await writeFileAtomic(file, key.toString('hex'));
  return key;
}

export async function readProfileKey(file: string): Promise<Result<Buffer>> {
  try {
    const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
    if (key.length === 32) return success(key);
  } catch {
    // Missing or unreadable: the same to the admin as a damaged one.
  }
  return failure(
    'no-keyring',
    t('The key file of this sandbox workspace is missing or damaged. Its database was not touched.'),
    t('Put profile.key back from a backup, or forget this workspace and make a new sandbox.'),
  );
}
