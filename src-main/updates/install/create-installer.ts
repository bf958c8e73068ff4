import { constants } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import { diskFailure, errnoOf } from '../../workspace/disk-failure';
import type { Feed, FeedFile } from '../feed/feed';
import { besideFeed } from '../feed/fetch-feed';
import type { StateFile } from '../update-state';
import { fetchFile, isSigned } from './fetch-file';
import { startWatched } from './start-watched';
import type { Installation, VerifiedUpdater } from './verified-updater';

/** How long a new version may take until it shows a window. */
const patienceMs = 120_000;

export interface InstallerParts {
  readonly installation: Installation;
  readonly version: string;
  readonly state: StateFile;
  readonly fetch: typeof fetch;
  readonly log: (line: string) => void;
}

/** A version that was fetched and is what was signed. */
export interface Fetched {
  /** Puts it in place and has it started once this process has ended. */
  install(): Promise<Result<null>>;
}

/** Says that a version on trial has shown a window. */
export const proofOf = (folder: string, version: string): string => join(folder, `shown-${version}`);

export function createInstaller({ installation, version, state, fetch, log }: InstallerParts) {
  const { folder } = state;
  const put = async (
    updater: VerifiedUpdater,
    path: string,
    feed: Feed,
    file: FeedFile,
  ): Promise<Result<null>> => {
    // It lay on the disk since it was fetched.
    if (!(await isSigned(path, file))) return changedOnDisk(file);
    try {
      const files = installation.kind === 'deb' ? null : await keepFormer(installation.path, folder);
      await rm(proofOf(folder, feed.version), { force: true });
      const { trial } = state.get();
      await state.change({ trial: { version: feed.version, from: version, files, starts: 0 } });
      if (updater.install(true, true)) return success(null);
      await state.change({ trial });
      if (files !== null) await copyFile(files.former, files.installed);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return diskFailure(error, `Putting ${feed.version} in place`);
    }
    return notInPlace(feed.version, installation);
  };

  return {
    /** Fetches it, or takes what was fetched before; `onBytes` hears how many there are. */
    async fetch(
      base: string,
      feed: Feed,
      file: FeedFile,
      onBytes: (bytes: number) => void,
    ): Promise<Result<Fetched>> {
      let failed: Failure | null = null;
      // Loaded when it is needed: no start waits for it.
      const { verifiedUpdater } = await import('./verified-updater');
      const updater = verifiedUpdater({
        ...{ installation, version, folder, feed, file, log },
        fetchTo: async (to) => {
          const fetched = await fetchFile(fetch, { url: besideFeed(base, file.url), to, file, onBytes });
          if (fetched.ok) return;
          failed = fetched.error;
          throw new Error(fetched.error.message);
        },
        start: () => start(),
      });
      const start = (): void => {
        const files = state.get().trial?.files;
        startWatched({
          after: process.pid,
          installed: installation.kind === 'deb' ? process.execPath : installation.path,
          former: files?.former ?? null,
          proof: proofOf(folder, feed.version),
          patienceMs,
          folder,
        });
      };
      try {
        await updater.checkForUpdates();
        const [path] = await updater.downloadUpdate();
        if (path === undefined) throw new Error('electron-updater names no file');
        return success({ install: () => put(updater, path, feed, file) });
      } catch (error) {
        if (failed !== null) return { ok: false, error: failed };
        if (errnoOf(error) === null) throw error;
        return diskFailure(error, 'Keeping the new version');
      }
    },
  };
}

/** A copy of the installed file, whole before anything is replaced. */
async function keepFormer(installed: string, folder: string) {
  const former = join(folder, 'former');
  await mkdir(folder, { recursive: true });
  await copyFile(installed, former, constants.COPYFILE_FICLONE);
  const [from, to] = await Promise.all([stat(installed), stat(former)]);
  if (from.size !== to.size) throw Object.assign(new Error('the copy is not whole'), { code: 'EIO' });
  return { installed, former };
}

function changedOnDisk(file: FeedFile): Result<never> {
  return failure(
    'update-refused',
    `${file.url} was changed on this disk after it was fetched. It was not put in place, and this version runs on.`,
    'Look for updates again: it is fetched anew.',
  );
}

function notInPlace(version: string, { kind }: Installation): Result<never> {
  return failure(
    'update-refused',
    `${version} could not be put in place. This version is still installed.`,
    kind === 'deb'
      ? 'The system asks for an administrator’s password for that; without, have the package installed by who runs this machine.'
      : 'Make the folder of Tenantry’s file writable for you, or replace the file yourself.',
  );
}
