import { rm } from 'node:fs/promises';
import { backupLabel } from '@main/workspace/backup-label';
import { pathFailure, taken } from '@main/workspace/named-file';
import type { Result } from '@shared/contract/failure';
import type { BackupReport } from '@shared/contract/maintenance';
import { clearWhenStopped } from './clear-when-stopped';
import { readSecret } from './read-secret';
import { tellMaintenance } from './tell-maintenance';
import { withWorkspace } from './with-workspace';

/** One encrypted file of a whole workspace. The passphrase opens it again: the workspace's own, where it has one. */
export function backUpWorkspace(directory: string, to: string): Promise<Result<BackupReport>> {
  return withWorkspace(directory, async (engine, { workspace, secrets }) => {
    const passphrase = await readSecret('TENANTRY_PASSPHRASE');
    if (!passphrase.ok) return passphrase;
    const label = await backupLabel(workspace, secrets, passphrase.value);
    if (!label.ok) return label;
    return clearWhenStopped(async (leavings) => {
      try {
        if (!leavings.file(to)) return taken(to);
      } catch (error) {
        return pathFailure(error, to);
      }
      // As the store calls what it has not finished.
      for (const path of [`${to}.unfinished`, `${to}.unfinished.part`]) leavings.add(path);
      const end = tellMaintenance(engine, 'backing up');
      const made = await engine.backUp(to, label.value);
      end();
      if (!made.ok) await rm(to, { force: true });
      return made;
    });
  });
}
