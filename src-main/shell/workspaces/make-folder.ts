import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure } from '../../workspace/disk-failure';

/** Makes the folder of a workspace that this process has to itself from then on. */
export async function makeFolder(directory: string): Promise<Result<null>> {
  try {
    await mkdir(dirname(directory), { recursive: true, mode: 0o700 });
    // Alone, so that it is surely new: what fails later takes it away again.
    await mkdir(directory, { mode: 0o700 });
    return success(null);
  } catch (error) {
    return diskFailure(error, t('Making the workspace'));
  }
}
