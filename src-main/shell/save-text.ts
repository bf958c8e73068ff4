import { type Result, success } from '@shared/contract/failure';
import { diskFailure } from '../workspace/disk-failure';
import { writeFileAtomic } from '../workspace/write-file-atomic';
import { askWhere } from './ask-for-file';

/** Asks where to save a text and writes it there; null when nothing was chosen. */
export async function saveText(fileName: string, text: string): Promise<Result<string | null>> {
  const path = await askWhere(fileName);
  if (path === null) return success(null);
  try {
    await writeFileAtomic(path, text);
    return success(path);
  } catch (error) {
    return diskFailure(error, `Saving ${fileName}`);
  }
}
