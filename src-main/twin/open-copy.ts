import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClosedStore, openClosedStore } from '@main/store/maintenance/closed-store';
import { readBackup } from '@main/store/maintenance/read-backup';
import { restoreStore } from '@main/store/maintenance/restore-store';
import { workspaceOfText } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Workspace } from '@main/workspace/workspace';
import { failure, type Result } from '@shared/contract/failure';
import { services } from '@shared/domain/services';
import type { TwinCopy } from './make-twin';

/** A copy, and the key of its database: who has it can make the same pseudonyms. */
export type WithCopy<T> = (copy: TwinCopy, key: string) => T;

/**
 * Opens a snapshot or a backup for a moment, in a folder inside of `place` that is gone afterwards: pages are sealed there as in the file.
 * Expected failures: `invalid-input`, `database-damaged`, `wrong-passphrase`, `expired`.
 *
 * @throws StoreError `disk-full`, `read-only`, `io`.
 */
export async function withFileCopy<T>(
  from: string,
  { passphrase, place }: { readonly passphrase: string; readonly place: string },
  use: WithCopy<T>,
): Promise<Result<T>> {
  const backup = await readBackup(from);
  if (!backup.ok) return backup;
  const { label, madeAt } = backup.value.manifest;
  const workspace = workspaceOfText(label, from);
  if (!workspace.ok) return workspace;
  const stranger = refuseOther(workspace.value);
  if (stranger !== null) return stranger;
  const secrets = await unlockWorkspace(workspace.value, { passphrase });
  if (!secrets.ok) return secrets.error.code === 'wrong-passphrase' ? wrongPassphrase(from) : secrets;
  const { databaseKey: key } = secrets.value;
  const directory = await mkdtemp(join(place, 'copy-'));
  try {
    const restored = await restoreStore(backup.value, { directory, key, now: Date.now() });
    return restored.ok
      ? { ok: true, value: withClosed(directory, key, workspace.value, madeAt, use) }
      : restored;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The same of the database of a workspace that nobody has open. */
export function withClosed<T>(
  directory: string,
  key: string,
  { info: { id, scenario, environment } }: Workspace,
  at: number,
  use: WithCopy<T>,
): T {
  const store: ClosedStore = openClosedStore(directory, key);
  try {
    const kept = environment === 'development' ? environment : 'production';
    return use({ store, id, scenario, environment: kept, at }, key);
  } finally {
    store.close();
  }
}

/** The sandbox speaks as Clerk does: a copy of another service has neither its ids nor its permissions. */
export function refuseOther({ info: { name, service } }: Workspace): Result<never> | null {
  return service === undefined
    ? null
    : failure(
        'invalid-input',
        `${name} is a copy of a ${services[service].label} server, and a sandbox speaks as ${services.clerk.label} does. Nothing was made of it.`,
        'Make a twin of a workspace of Clerk, or try things on a test server of your own.',
      );
}

function wrongPassphrase(from: string): Result<never> {
  return failure(
    'wrong-passphrase',
    `The passphrase does not fit ${from}. Nothing was made of it.`,
    'Set TENANTRY_PASSPHRASE to the one that was chosen for this file.',
  );
}
