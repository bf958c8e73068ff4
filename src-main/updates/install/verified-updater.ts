import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  AppImageUpdater,
  DebUpdater,
  Provider,
  type ResolvedUpdateFileInfo,
  type UpdateInfo,
} from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import type { Feed, FeedFile } from '../feed/feed';

/** How Tenantry was installed, where a newer version can be put in its place. */
export type Installation = { readonly kind: 'AppImage'; readonly path: string } | { readonly kind: 'deb' };

export interface UpdaterParts {
  readonly installation: Installation;
  /** The version that runs. */
  readonly version: string;
  /** Where electron-updater keeps what it fetched. */
  readonly folder: string;
  readonly feed: Feed;
  readonly file: FeedFile;
  /** Fetches the file of the feed to a path, and throws where that failed. */
  readonly fetchTo: (path: string) => Promise<void>;
  /** Puts an AppImage in the place of the installed one; throws where that failed. */
  readonly place: () => void;
  /** Starts the version that was put in place. */
  readonly start: () => void;
  readonly log: (line: string) => void;
}

export type VerifiedUpdater = Pick<AppImageUpdater, 'checkForUpdates' | 'downloadUpdate' | 'install'>;

/**
 * electron-updater for a feed that was verified before: it learns of versions, and gets bytes, from nobody but us (docs/decisions), keeps
 * them and puts them in place as each system wants it.
 */
export function verifiedUpdater(parts: UpdaterParts): VerifiedUpdater {
  const { installation, folder, log } = parts;
  const app = adapter(parts);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(app.appUpdateConfigPath, 'updaterCacheDirName: fetched\n');
  const updater =
    installation.kind === 'AppImage' ? new (atOnce(parts))(null, app) : new DebUpdater(null, app);
  const line = (text: unknown): void => log(`Update: ${String(text)}`);
  updater.logger = { info: line, warn: line, error: line };
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableDifferentialDownload = true;
  // Whose turn it is was decided before.
  updater.isUserWithinRollout = () => true;
  // Internal to electron-updater: what it asks the network by. The library is pinned, and tests/updates would see it move.
  Object.assign(updater, {
    httpExecutor: {
      download: async (_url: URL, to: string) => {
        await parts.fetchTo(to);
        return to;
      },
    },
  });
  updater.setFeedURL({ provider: 'custom', updateProvider: verifiedProvider(parts) });
  return updater;
}

/** electron-updater's AppImage, but for its last step: that takes the installed file away first, and then moves another there. */
function atOnce({ place, start }: UpdaterParts) {
  return class extends AppImageUpdater {
    protected override doInstall(): boolean {
      place();
      start();
      return true;
    }
  };
}

function adapter({ version, folder, start }: UpdaterParts): AppAdapter {
  return {
    version,
    name: 'Tenantry',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => undefined,
    relaunch: start,
    quit: () => undefined,
    onQuit: () => undefined,
  };
}

function verifiedProvider({ feed, file, installation }: UpdaterParts) {
  return class extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }
    async getLatestVersion(): Promise<UpdateInfo> {
      return {
        version: feed.version,
        releaseDate: feed.releaseDate,
        files: [file],
        path: file.url,
        sha512: file.sha512,
      };
    }
    resolveFiles(): ResolvedUpdateFileInfo[] {
      // Under the name that the installed file has: launchers of the desktop point at it, so it keeps it.
      const name = installation.kind === 'AppImage' ? basename(installation.path) : file.url;
      return [{ url: new URL(encodeURIComponent(name), 'https://verified.invalid/'), info: file }];
    }
  };
}
