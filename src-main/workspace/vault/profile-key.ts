import { randomBytes } from 'node:crypto';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure } from '../disk-failure';
import { readIfThere } from '../if-there';
import { writeFileAtomic } from '../write-file-atomic';

/** The key in the key file, made when there is none; what is there is never replaced, boxes depend on it. Throws errors of the disk. */
export async function ensureProfileKey(file: string): Promise<Result<Buffer>> {
  const text = await readIfThere(file);
  if (text !== null) return keyIn(text);
  const key = randomBytes(32);
  await writeFileAtomic(file, key.toString('hex'));
  return success(key);
}

export async function readProfileKey(file: string): Promise<Result<Buffer>> {
  try {
    return keyIn((await readIfThere(file)) ?? '');
  } catch (error) {
    return diskFailure(error, t('Reading the key file of this sandbox workspace'));
  }
}

function keyIn(text: string): Result<Buffer> {
  const key = Buffer.from(text.trim(), 'hex');
  if (key.length === 32) return success(key);
  return failure(
    'no-keyring',
    t('The key file of this sandbox workspace is missing or damaged. Its database was not touched.'),
    t('Put profile.key back from a backup, or forget this workspace and make a new sandbox.'),
  );
}
