import { join } from 'node:path';
import { app } from 'electron';

/** Where the built parts lie, in the project and in a packaged app alike. */
export function outPaths() {
  const root = app.getAppPath();
  return {
    engine: join(root, 'out', 'main', 'engine-entry.js'),
    sandbox: join(root, 'out', 'main', 'sandbox-entry.js'),
    cli: join(root, 'out', 'main', 'cli.mjs'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    page: join(root, 'out', 'renderer'),
    icon: join(root, 'resources', 'icons', '256x256.png'),
  } as const;
}
