import { copyFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { readBuildFacts } from '../../updates/build-facts';
import { createUpdates, type Updates, type UpdatesParts } from '../../updates/create-updates';
import { proofOf } from '../../updates/install/create-installer';
import { findInstallation, type RunningApp } from '../../updates/install/find-installation';
import { startWatched } from '../../updates/install/start-watched';
import { policyFileOf, readPolicy } from '../../updates/policy';
import { atStart } from '../../updates/trial';
import { openStateFile } from '../../updates/update-state';
import { engineFetch } from '../engine/engine-fetch';
import { sendEventToAll } from '../ipc/send-event';
import { log } from '../log/log';

/** What main does with updates. */
export interface ShellUpdates extends Updates {
  /** Puts what is ready in place, and quits. */
  readonly installAndQuit: () => ReturnType<Updates['install']>;
}

/**
 * Looks first whether this version is on trial and has failed too often: then the former one is put back and started, and this process is to
 * end (null).
 *
 * @param isBusy whether something runs that must not be cut
 * @param mayAsk whether anybody may be asked
 */
export async function startUpdates({
  isBusy,
  mayAsk,
}: Pick<UpdatesParts, 'isBusy' | 'mayAsk'>): Promise<ShellUpdates | null> {
  const state = openStateFile(join(app.getPath('userData'), 'updates'));
  const version = app.getVersion();
  const { change, putBack } = atStart(state.get(), version);
  const files = state.get().trial?.files;
  if (putBack && files && (await restoreFormer(files, state.folder))) return null;
  await state
    .change(change)
    .catch((error: unknown) => log.error('Keeping the state of updates failed', error));
  const updates = createUpdates({
    build: readBuildFacts(app.getAppPath()),
    policy: readPolicy(policyFileOf(process.platform, process.env), process.env),
    state,
    version,
    installation: app.isPackaged ? findInstallation(thisApp()) : null,
    fetch: engineFetch,
    now: Date.now,
    isBusy,
    mayAsk,
    onView: (view) => sendEventToAll('updates', view),
    log: (line) => log.info(line),
  });
  return {
    ...updates,
    installAndQuit: async () => {
      const put = await updates.install();
      // Behind the answer to the window.
      if (put.ok) setImmediate(() => app.quit());
      return put;
    },
  };
}

/** Whether the former file is in place again, and starts once this process has ended. */
async function restoreFormer(
  { installed, former }: { readonly installed: string; readonly former: string },
  folder: string,
): Promise<boolean> {
  try {
    await copyFile(former, `${installed}.former`);
    await rename(`${installed}.former`, installed);
  } catch (error) {
    log.error('The former version could not be put back', error);
    await rm(`${installed}.former`, { force: true }).catch(() => undefined);
    return false;
  }
  const proof = proofOf(folder, app.getVersion());
  startWatched({
    after: process.pid,
    installed,
    former: null,
    proof,
    patienceMs: 0,
    profile: dirname(folder),
  });
  return true;
}

function thisApp(): RunningApp {
  const { platform, execPath, resourcesPath, env } = process;
  return { platform, execPath, resourcesPath, environment: env };
}
