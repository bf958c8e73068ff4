import { readFileSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { readBuildFacts } from '../../updates/build-facts';
import { createUpdates, type Updates } from '../../updates/create-updates';
import { proofOf } from '../../updates/install/create-installer';
import { startWatched } from '../../updates/install/start-watched';
import type { Installation } from '../../updates/install/verified-updater';
import { policyFileOf, readPolicy } from '../../updates/policy';
import { atStart } from '../../updates/trial';
import { openStateFile } from '../../updates/update-state';
import { engineFetch } from '../engine/engine-fetch';
import { sendEvent } from '../ipc/send-event';
import { log } from '../log/log';

/** Names the folder of a build whose update server and keys are taken in its place; an installed app has its own, whatever the environment says. */
export const updateBuildVariable = 'TENANTRY_UPDATE_BUILD';

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
 */
export async function startUpdates(isBusy: () => Promise<boolean>): Promise<ShellUpdates | null> {
  const state = openStateFile(join(app.getPath('userData'), 'updates'));
  const version = app.getVersion();
  const { change, putBack } = atStart(state.get(), version);
  const files = state.get().trial?.files;
  if (putBack && files && (await restoreFormer(files, state.folder))) return null;
  await state
    .change(change)
    .catch((error: unknown) => log.error('Keeping the state of updates failed', error));
  const isSeam = !app.isPackaged && process.env[updateBuildVariable] !== undefined;
  const updates = createUpdates({
    build: readBuildFacts(isSeam ? (process.env[updateBuildVariable] ?? '') : app.getAppPath()),
    policy: readPolicy(policyFileOf(process.platform, process.env), process.env),
    state,
    version,
    installation: app.isPackaged || isSeam ? installation() : null,
    fetch: engineFetch,
    now: Date.now,
    isBusy,
    onView: (view) => sendEvent('updates', view),
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
    return false;
  }
  const proof = proofOf(folder, app.getVersion());
  startWatched({ after: process.pid, installed, former: null, proof, patienceMs: 0, folder });
  return true;
}

/** How this app was installed, if a newer version can be put in its place: an AppImage says so itself, a deb by a file in it. */
function installation(): Installation | null {
  if (process.platform !== 'linux') return null;
  const { APPIMAGE } = process.env;
  if (APPIMAGE !== undefined && APPIMAGE !== '') return { kind: 'AppImage', path: APPIMAGE };
  try {
    const kind = readFileSync(join(process.resourcesPath, 'package-type'), 'utf8').trim();
    return kind === 'deb' ? { kind } : null;
  } catch {
    return null;
  }
}
