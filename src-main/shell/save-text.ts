import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { app, dialog } from 'electron';
import { diskFailure } from '../workspace/disk-failure';
import { writeFileAtomic } from '../workspace/write-file-atomic';

/** Asks where to save a text and writes it there; null when nothing was chosen. */
export async function saveText(fileName: string, text: string): Promise<Result<string | null>> {
  const defaultPath = join(app.getPath('documents'), fileName);
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
  if (canceled || filePath === '') return success(null);
  try {
    await writeFileAtomic(filePath, text);
    return success(filePath);
  } catch (error) {
    return diskFailure(error, `Saving ${fileName}`);
  }
}
