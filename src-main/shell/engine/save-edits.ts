import { draftsText, readStagedEdits } from '@main/engine/maintenance/staged-edits';
import { pathFailure } from '@main/workspace/named-file';
import { writeFileAtomic } from '@main/workspace/write-file-atomic';
import { type Result, success } from '@shared/contract/failure';
import type { SavedEdits } from '@shared/contract/rescue';
import type { RescueStart } from './engine-messages';

/** Writes what is staged in a closed workspace, damaged or not, to a file that only this user can read. */
export async function saveEdits(
  { directory, databaseKey }: RescueStart,
  to: string,
): Promise<Result<SavedEdits>> {
  const staged = await readStagedEdits(directory, databaseKey);
  if (!staged.ok) return staged;
  const { drafts, ...left } = staged.value;
  try {
    await writeFileAtomic(to, draftsText(drafts));
    return success({ edits: drafts.length, ...left });
  } catch (error) {
    return pathFailure(error, to);
  }
}
