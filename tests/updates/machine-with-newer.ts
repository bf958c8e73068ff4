import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUpdates, type UpdatesParts } from '@main/updates/create-updates';
import { openStateFile } from '@main/updates/update-state';
import type { UpdatePhase, UpdatesView } from '@shared/contract/updates';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startUpdateServer, type UpdateServer } from './update-server';

/** The file of the newer version, beside the feed. */
export const name = 'Tenantry-0.2.0.AppImage';

/** An update server with a newer version, and a machine on which 0.1.0 is installed: anew for each test of a file. */
export function machineWithNewer() {
  const ownAppImage = process.env.APPIMAGE;
  const machine = {
    server: undefined as unknown as UpdateServer,
    /** What is kept of updates. */
    folder: '',
    /** The installed file. */
    installed: '',
    /** Under a name that a shell would read in its own way. */
    async anew() {
      machine.folder = join(await mkdtemp(join(tmpdir(), 'it\'s "$HOME" ; \n-')), 'updates');
    },
    /** What lies in the folder of fetched versions. */
    pending: async (): Promise<string[]> =>
      readdir(join(machine.folder, 'fetched', 'pending')).catch(() => []),
    updatesOf(more: Partial<UpdatesParts> = {}) {
      const views: UpdatesView[] = [];
      const updates = createUpdates({
        build: { feed: machine.server.url, keys: [machine.server.publicKey] },
        policy: { mode: 'ready', says: 'by a test' },
        state: openStateFile(machine.folder),
        version: '0.1.0',
        installation: { kind: 'AppImage', path: machine.installed },
        fetch,
        now: Date.now,
        isBusy: async () => false,
        mayAsk: async () => true,
        onView: (view) => views.push(view),
        log: () => undefined,
        ...more,
      });
      const check = async (): Promise<UpdatePhase> => {
        const checked = await updates.check('admin');
        if (!checked.ok) throw new Error(checked.error.message);
        return checked.value.phase;
      };
      return { updates, views, check };
    },
  };
  beforeAll(async () => {
    machine.server = await startUpdateServer();
  });
  afterAll(() => machine.server.stop());
  beforeEach(async () => {
    await machine.anew();
    machine.installed = join(machine.folder, '..', 'Tenantry.AppImage');
    await writeFile(machine.installed, 'the old version', { mode: 0o755 });
    process.env.APPIMAGE = machine.installed;
    await writeFile(join(machine.server.folder, name), 'the new version, which is longer');
    await machine.server.publish('0.2.0', [name], { notes: 'Faster.' });
    machine.server.received.length = 0;
  });
  afterEach(() => {
    machine.server.answer(`/${name}`, null);
    if (ownAppImage === undefined) delete process.env.APPIMAGE;
    else process.env.APPIMAGE = ownAppImage;
  });
  return machine;
}
