import { join } from 'node:path';
import { app, dialog } from 'electron';

/** Asks where to save a file, in the system's own dialog, which also asks before it replaces one; null when nowhere. */
export async function askWhere(fileName: string): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), fileName);
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
  return canceled || filePath === '' ? null : filePath;
}
