import { type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { Report } from '../doctor/make-report';
import { zipReport } from '../doctor/zip-report';
import { diskFailure } from '../workspace/disk-failure';
import { writeFileAtomic } from '../workspace/write-file-atomic';
import { askWhere } from './ask-for-file';

/** Asks where to save a text and writes it there; null when nothing was chosen. */
export function saveText(fileName: string, text: string): Promise<Result<string | null>> {
  return saveAs(fileName, async () => text);
}

/** Asks where to save a report of the doctor's; likewise. */
export function saveReport(files: Report): Promise<Result<string | null>> {
  return saveAs(t('Tenantry report.zip'), () => zipReport(files));
}

/** Asks where to save something, and only then makes it. */
export async function saveAs(
  fileName: string,
  make: () => Promise<string | Uint8Array>,
): Promise<Result<string | null>> {
  const path = await askWhere(fileName);
  if (path === null) return success(null);
  try {
    await writeFileAtomic(path, await make());
    return success(path);
  } catch (error) {
    return diskFailure(error, t('Saving {fileName}', { fileName }));
  }
}
