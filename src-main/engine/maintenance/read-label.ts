import { readBackup } from '@main/store/maintenance/read-backup';
import { type Result, success } from '@shared/contract/failure';

/** What a backup says of itself, from its last bytes alone; nothing of it is proven without its key. */
export async function readLabel(
  from: string,
): Promise<Result<{ readonly label: string; readonly madeAt: number }>> {
  const backup = await readBackup(from);
  if (!backup.ok) return backup;
  const { label, madeAt } = backup.value.manifest;
  return success({ label, madeAt });
}
