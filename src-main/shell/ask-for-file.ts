import { join } from 'node:path';
import { app, dialog } from 'electron';

/** Asks for one file to open, in the system's own dialog; null when none was chosen. */
export async function askWhich(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'] });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to save a file, in the system's own dialog, which also asks before it replaces one; null when nowhere. */
export async function askWhere(fileName: string): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), fileName);
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
  return canceled || filePath === '' ? null : filePath;
}
