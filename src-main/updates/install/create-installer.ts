import { constants, renameSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure } from '../../workspace/disk-failure';
import type { Feed, FeedFile } from '../feed/feed';
import { besideFeed } from '../feed/fetch-feed';
import type { StateFile, Trial } from '../update-state';
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
  /** Whether something runs that must not be cut. */
  readonly isBusy: () => Promise<boolean>;
  readonly log: (line: string) => void;
}

/** A version that was fetched and is what was signed. */
export interface Fetched {
  /** Puts it in place and has it started once this process has ended; not while something runs (`busy`). Nothing else may put one in place meanwhile. */
  install(): Promise<Result<null>>;
}

/** Says that a version on trial has shown a window. */
export const proofOf = (folder: string, version: string): string => join(folder, `shown-${version}`);

/** Where a new version lies beside the installed file until one step puts it in its place. */
const nextTo = (installed: string): string => `${installed}.next`;

export function createInstaller({ installation, version, state, fetch, isBusy, log }: InstallerParts) {
  const { folder } = state;
  const start = (feed: Feed, former: string | null): void =>
    startWatched({
      after: process.pid,
      installed: installation.kind === 'deb' ? process.execPath : installation.path,
      former,
      proof: proofOf(folder, feed.version),
      patienceMs,
      profile: dirname(folder),
    });

  /** Puts the file that lies at `next` in place, which is what was signed and stays where it is until then. */
  const place = async (
    updater: VerifiedUpdater,
    feed: Feed,
    files: Trial['files'],
  ): Promise<Result<null>> => {
    // What was written meanwhile took its time: somebody may have begun to send.
    if (await isBusy()) return busy();
    await rm(proofOf(folder, feed.version), { force: true });
    const before = state.get().trial;
    const trial = { version: feed.version, from: version, files, starts: 0 };
    await state.change({ trial: { ...trial, placed: false } });
    if (!updater.install(true, true)) {
      await state.change({ trial: before });
      return notInPlace(feed.version, installation);
    }
    // It is in place, whatever the disk says now: its first start says so as well.
    await state
      .change({ trial: { ...trial, placed: true } })
      .catch((error) => log(`Update: ${String(error)}`));
    return success(null);
  };

  const putAppImage = async (
    updater: VerifiedUpdater,
    path: string,
    feed: Feed,
    file: FeedFile,
    installed: string,
  ): Promise<Result<null>> => {
    const [former, next] = [join(folder, 'former'), nextTo(installed)];
    try {
      await copyWhole(installed, former);
      // The copy is what is read and what is renamed: what lay on the disk since it was fetched may change under both.
      await copyWhole(path, next, 0o755);
      if (!(await isSigned(next, file))) return changedOnDisk(file);
      const placed = await place(updater, feed, { installed, former });
      if (placed.ok) await rm(path, { force: true }).catch(() => undefined);
      return placed;
    } finally {
      await rm(next, { force: true }).catch(() => undefined);
    }
  };

  const put = async (
    updater: VerifiedUpdater,
    path: string,
    feed: Feed,
    file: FeedFile,
  ): Promise<Result<null>> => {
    if (await isBusy()) return busy();
    try {
      if (installation.kind === 'AppImage')
        return await putAppImage(updater, path, feed, file, installation.path);
      return (await isSigned(path, file)) ? await place(updater, feed, null) : changedOnDisk(file);
    } catch (error) {
      return diskFailure(error, t('Putting {version} in place', { version: feed.version }));
    }
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
      try {
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
          place: () => {
            if (installation.kind === 'AppImage') renameSync(nextTo(installation.path), installation.path);
          },
          start: () => start(feed, state.get().trial?.files?.former ?? null),
        });
        await updater.checkForUpdates();
        const [path] = await updater.downloadUpdate();
        if (path === undefined) throw new Error('electron-updater names no file');
        return success({ install: () => put(updater, path, feed, file) });
      } catch (error) {
        return failed === null
          ? diskFailure(error, t('Keeping the new version'))
          : { ok: false, error: failed };
      }
    },
  };
}

/** Copies a file so that there is the whole of it under its name, or what was there before, even after a power cut. */
async function copyWhole(from: string, to: string, mode?: number): Promise<void> {
  const part = `${to}.part`;
  await mkdir(dirname(to), { recursive: true });
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE);
    const handle = await open(part, 'r+');
    try {
      if (mode !== undefined) await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

const busy = (): Result<never> =>
  failure(
    'busy',
    t('Changes are being sent, or a copy is being written. Nothing was put in place.'),
    t('Wait until that is done, then restart into the new version.'),
  );

function changedOnDisk(file: FeedFile): Result<never> {
  return failure(
    'update-refused',
    t(
      '{url} was changed on this disk after it was fetched. It was not put in place, and this version runs on.',
      { url: file.url },
    ),
    t('Look for updates again: it is fetched anew.'),
  );
}

function notInPlace(version: string, { kind }: Installation): Result<never> {
  return failure(
    'update-refused',
    t('{version} could not be put in place. This version is still installed.', { version }),
    kind === 'deb'
      ? t(
          'The system asks for an administrator’s password for that; without, have the package installed by who runs this machine.',
        )
      : t('Make the folder of Tenantry’s file writable for you, or replace the file yourself.'),
  );
}
