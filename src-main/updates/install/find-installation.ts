import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Installation } from './verified-updater';

/** What a running app knows of itself. */
export interface RunningApp {
  readonly platform: NodeJS.Platform;
  readonly execPath: string;
  readonly resourcesPath: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * How this app was installed, if a newer version can be put in its place. A deb says so by a file in it. An AppImage says so by its
 * environment, which is also that of every program it starts: it counts only where what runs lies in that AppImage (APPDIR), or Tenantry,
 * started out of another AppImage, would put itself in the place of that one.
 */
export function findInstallation(app: RunningApp): Installation | null {
  if (app.platform !== 'linux') return null;
  if (isDeb(app.resourcesPath)) return { kind: 'deb' };
  const { APPIMAGE: path = '', APPDIR: mounted = '' } = app.environment;
  try {
    if (!isAbsolute(path) || !isAbsolute(mounted) || !statSync(path).isFile()) return null;
    const inside = relative(realpathSync(mounted), realpathSync(app.execPath));
    return inside.startsWith('..') ? null : { kind: 'AppImage', path };
  } catch {
    return null;
  }
}

function isDeb(resources: string): boolean {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim() === 'deb';
  } catch {
    return false;
  }
}
