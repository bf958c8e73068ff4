import { shell } from '@renderer/bridge/shell';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { TextFile } from '@shared/contract/four-eyes';
import { t } from '@shared/language/t';
import { notifyDone } from './notify';

/** Asks where to save what the engine wrote, and tells where that was. */
export async function saveFile(file: Result<TextFile>): Promise<Failure | null> {
  if (!file.ok) return file.error;
  const saved = await shell.call('saveText', file.value);
  if (!saved.ok) return saved.error;
  if (saved.value.path !== null) notifyDone(t('Saved {path}', { path: saved.value.path }));
  return null;
}

/** Asks where to save a page of the engine's as PDF, and tells where that was. */
export async function savePdf({ fileName, text: html }: TextFile): Promise<Failure | null> {
  const saved = await shell.call('savePdf', { fileName: fileName.replace(/\.html$/, '.pdf'), html });
  if (!saved.ok) return saved.error;
  if (saved.value.path !== null) notifyDone(t('Saved {path}', { path: saved.value.path }));
  return null;
}

/** The text of a file that was chosen. Bytes that are no UTF-8 would become other letters: they are refused. */
export async function readText(file: File): Promise<Result<string>> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof TypeError)
      return failure(
        'invalid-input',
        t('{name} is not UTF-8 text. Nothing was read.', { name: file.name }),
        t('Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”), and choose it again.'),
      );
    return failure(
      'invalid-input',
      t('{name} cannot be read. {error}.', { name: file.name, error: String(error) }),
      t('Choose it again.'),
    );
  }
}
