import { readBuildFacts } from '@main/updates/build-facts';
import { createUpdates } from '@main/updates/create-updates';
import { openStateFile } from '@main/updates/update-state';

/**
 * A version that finds a newer one, puts it in place and ends: what the shell does, without a window. Words: the folder of its build,
 * the folder of its state. The installed file is APPIMAGE, as in an AppImage. Prints where it stands at the end.
 */
const [root = '', folder = ''] = process.argv.slice(2);
const updates = createUpdates({
  build: readBuildFacts(root),
  policy: { mode: 'ready', says: 'a test' },
  state: openStateFile(folder),
  version: '0.1.0',
  installation: { kind: 'AppImage', path: process.env.APPIMAGE ?? '' },
  fetch,
  now: Date.now,
  isBusy: async () => false,
  mayAsk: async () => true,
  onView: () => undefined,
  log: () => undefined,
});
await updates.check('itself');
const put = await updates.install();
process.stdout.write(JSON.stringify({ put, view: updates.view() }));
