import { appendFile, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFactsFile } from '@main/updates/build-facts';
import { askEveryMs, createUpdates, type UpdatesParts } from '@main/updates/create-updates';
import { proofOf } from '@main/updates/install/create-installer';
import { readPolicy } from '@main/updates/policy';
import { atStart, patience } from '@main/updates/trial';
import { openStateFile } from '@main/updates/update-state';
import type { UpdatePhase, UpdatesView } from '@shared/contract/updates';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../cli/run-cli';
import { startUpdateServer, type UpdateServer } from './update-server';

const name = 'Tenantry-0.2.0.AppImage';
const ownAppImage = process.env.APPIMAGE;
let server: UpdateServer;
let folder: string;
let installed: string;

beforeAll(async () => {
  server = await startUpdateServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'updates-')), 'updates');
  installed = join(folder, '..', 'Tenantry.AppImage');
  await writeFile(installed, 'the old version', { mode: 0o755 });
  process.env.APPIMAGE = installed;
  await writeFile(join(server.folder, name), 'the new version, which is longer');
  await server.publish('0.2.0', [name], { notes: 'Faster.' });
  server.received.length = 0;
});
afterEach(() => {
  server.answer(`/${name}`, null);
  if (ownAppImage === undefined) delete process.env.APPIMAGE;
  else process.env.APPIMAGE = ownAppImage;
});

function updatesOf(more: Partial<UpdatesParts> = {}) {
  const views: UpdatesView[] = [];
  const updates = createUpdates({
    build: { feed: server.url, keys: [server.publicKey] },
    policy: { mode: 'ready', says: 'by a test' },
    state: openStateFile(folder),
    version: '0.1.0',
    installation: { kind: 'AppImage', path: installed },
    fetch,
    now: Date.now,
    isBusy: async () => false,
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
}

/** What lies in the folder of fetched versions. */
const pending = async (): Promise<string[]> => readdir(join(folder, 'fetched', 'pending')).catch(() => []);
const refused = { kind: 'failed', failure: { code: 'update-refused' } };

describe('a newer version', () => {
  it('is told, and fetched and verified where that is wished, once', async () => {
    const told = updatesOf({ policy: { mode: 'tell', says: '' } });
    expect(await told.check()).toEqual({
      kind: 'newer',
      offer: { version: '0.2.0', notes: 'Faster.', releasedAt: '2026-11-01T00:00:00.000Z', bytes: 32 },
    });
    expect(await pending()).toEqual([]);
    const { check, views } = updatesOf();
    expect(await check()).toMatchObject({ kind: 'ready', offer: { version: '0.2.0' } });
    expect(views.map(({ phase }) => phase.kind)).toEqual(
      expect.arrayContaining(['asking', 'fetching', 'ready']),
    );
    expect(await pending()).toContain('Tenantry.AppImage');
    // Another start finds it on the disk.
    server.received.length = 0;
    expect(await updatesOf().check()).toMatchObject({ kind: 'ready' });
    expect(server.received.map(({ path }) => path)).toEqual(['/latest-linux.yml', '/latest-linux.yml.sig']);
  });

  it('is asked for in the same way by every machine', async () => {
    await updatesOf().check();
    const first = server.received.splice(0);
    folder = join(await mkdtemp(join(tmpdir(), 'updates-')), 'updates');
    await updatesOf().check();
    expect(server.received.map(({ path, headers }) => ({ path, headers }))).toEqual(first);
    const { machine } = JSON.parse(await readFile(join(folder, 'state.json'), 'utf8'));
    expect(JSON.stringify(first)).not.toContain(machine);
  });

  it('waits for its turn in a staged roll-out', async () => {
    await server.publish('0.2.0', [name], { staging: 0 });
    expect(await updatesOf().check()).toEqual({ kind: 'later', version: '0.2.0' });
    expect(await pending()).toEqual([]);
  });

  it.each<[string, (bytes: string) => string]>([
    ['altered', (bytes) => bytes.replace('new', 'bad')],
    ['longer than was signed', (bytes) => `${bytes} and more`],
    ['cut off', (bytes) => bytes.slice(0, 20)],
  ])('is refused where its file is %s, and nothing of it stays', async (_, spoil) => {
    server.answer(`/${name}`, (_request, response) =>
      response.end(spoil('the new version, which is longer')),
    );
    const { check, updates } = updatesOf();
    expect(await check()).toMatchObject(refused);
    expect(await pending()).toEqual([]);
    expect(await updates.install()).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await readFile(installed, 'utf8')).toBe('the old version');
  });

  it('is given up where an endless file comes: no more is read than was signed', async () => {
    let sent = 0;
    server.answer(`/${name}`, (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    });
    expect(await updatesOf().check()).toMatchObject(refused);
    expect(sent).toBeLessThan(16_000_000);
  });

  it('is refused where the feed was altered, is signed by somebody else, or is another than was seen', async () => {
    const stranger = await startUpdateServer();
    try {
      await writeFile(join(stranger.folder, name), 'evil');
      await stranger.publish('0.3.0', [name]);
      const build = { feed: stranger.url, keys: [server.publicKey] };
      expect(await updatesOf({ build }).check()).toMatchObject(refused);
    } finally {
      await stranger.stop();
    }
    await appendFile(join(server.folder, 'latest-linux.yml'), '#');
    expect(await updatesOf().check()).toMatchObject(refused);
    await server.publish('0.4.0', [name]);
    expect(await updatesOf().check()).toMatchObject({ kind: 'ready' });
    await server.publish('0.2.0', [name]);
    expect(await updatesOf().check()).toMatchObject(refused);
    await writeFile(join(server.folder, name), 'made anew');
    await server.publish('0.4.0', [name]);
    expect(await updatesOf().check()).toMatchObject(refused);
  });

  it('is refused where what was fetched changed on the disk, and is not put in place under a run', async () => {
    let busy = true;
    const { check, updates } = updatesOf({ isBusy: async () => busy });
    await check();
    expect(await updates.install()).toMatchObject({ ok: false, error: { code: 'busy' } });
    busy = false;
    await appendFile(join(folder, 'fetched', 'pending', 'Tenantry.AppImage'), '!');
    expect(await updates.install()).toMatchObject({ ok: false, error: { code: 'update-refused' } });
    expect(await readFile(installed, 'utf8')).toBe('the old version');
  });
});

it('asks nobody where updates are off, by whom ever, and not again before its hours are over', async () => {
  const off = updatesOf({ policy: { mode: 'off', says: 'no' } });
  await off.check();
  await updatesOf({ build: null }).check();
  expect(server.received).toEqual([]);
  expect(await off.updates.setMode('ready')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  let now = 1;
  const { updates } = updatesOf({ policy: { mode: 'tell', says: '' }, now: () => now });
  for (const at of [1, askEveryMs, askEveryMs + 1]) {
    now = at;
    await updates.check('itself');
  }
  expect(server.received).toHaveLength(4);
  const free = updatesOf({ policy: null });
  expect(await free.updates.setMode('off')).toMatchObject({ ok: true, value: { mode: 'off' } });
  expect(openStateFile(folder).get().mode).toBe('off');
});

it('goes by the policy of the machine, then by the environment; what cannot be read is off', async () => {
  const file = join(folder, '..', 'policy.json');
  const by = (value?: string) => readPolicy(file, { TENANTRY_UPDATES: value })?.mode ?? null;
  expect([by(), by('off'), by('tell'), by('maybe')]).toEqual([null, 'off', 'tell', 'off']);
  await writeFile(file, '{ "updates": "off" }');
  expect([by(), by('ready')]).toEqual(['off', 'off']);
  await writeFile(file, '{ "other": true }');
  expect([by(), by('ready')]).toEqual([null, 'ready']);
  for (const broken of ['', '{ "updates": "on" }', '[]', 'null']) {
    await writeFile(file, broken);
    expect(by('ready')).toBe('off');
  }
});

describe('a version that is put in place', () => {
  /** Runs the old version to its end in a process of its own, with this as the new one. */
  async function update(script: string) {
    const root = join(folder, '..', 'build');
    await mkdir(join(root, 'out'), { recursive: true });
    await writeFile(
      join(root, buildFactsFile),
      JSON.stringify({ feed: server.url, keys: [server.publicKey] }),
    );
    const told = join(folder, '..', 'told');
    await writeFile(installed, `#!/bin/sh\necho old >> ${told}\n`, { mode: 0o755 });
    await writeFile(join(server.folder, name), `#!/bin/sh\necho new >> ${told}\n${script}\n`);
    await server.publish('0.2.0', [name]);
    const ran = await runProgram(
      process.execPath,
      ['--import', 'tsx', 'tests/updates/update-child.ts', root, folder],
      { APPIMAGE: installed },
    );
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ put: { ok: true } });
    return { told: () => readFile(told, 'utf8').catch(() => '') };
  }

  it('starts once the old one has ended, under its name, and the former one goes when it has shown what it has to', async () => {
    const { told } = await update(`: > ${proofOf(folder, '0.2.0')}`);
    await expect.poll(told, { timeout: 20_000 }).toBe('new\n');
    expect((await stat(installed)).mode & 0o111).toBe(0o111);
    const state = openStateFile(folder);
    expect(atStart(state.get(), '0.2.0')).toMatchObject({ putBack: false, change: { trial: { starts: 1 } } });
    expect(await readdir(folder)).toContain('former');
    const { updates } = updatesOf({ version: '0.2.0', state });
    updates.windowShown();
    await updates.engineOpened();
    expect(await readdir(folder)).not.toContain('former');
    expect(updates.view()).toMatchObject({
      value: { last: { kind: 'updated', version: '0.2.0', from: '0.1.0' } },
    });
  });

  it('is taken back where it ends before it has shown a window; that is told, and it is not offered again', async () => {
    const { told } = await update('exit 3');
    await expect.poll(told, { timeout: 20_000 }).toBe('new\nold\n');
    expect(await readFile(installed, 'utf8')).toContain('echo old');
    const state = openStateFile(folder);
    const { change, putBack } = atStart(state.get(), '0.1.0');
    expect(putBack).toBe(false);
    await state.change(change);
    const { check, updates } = updatesOf({ state });
    expect(updates.view()).toMatchObject({ value: { last: { kind: 'takenBack', version: '0.2.0' } } });
    expect(await check()).toEqual({ kind: 'takenBack', version: '0.2.0' });
    await server.publish('0.2.1', [name]);
    expect(await check()).toMatchObject({ kind: 'ready' });
  });

  it('is put back at a start after starts that ended badly; a quit without a fault is none of them', async () => {
    const state = openStateFile(folder);
    const files = { installed, former: join(folder, 'former') };
    await state.change({ trial: { version: '0.2.0', from: '0.1.0', files, starts: 0 } });
    const { updates } = updatesOf({ version: '0.2.0', state });
    for (let start = 0; start < patience; start++) {
      await state.change(atStart(state.get(), '0.2.0').change);
      await updates.quitWell();
    }
    for (let start = 0; start < patience; start++) {
      const { change, putBack } = atStart(state.get(), '0.2.0');
      expect(putBack).toBe(false);
      await state.change(change);
    }
    expect(atStart(state.get(), '0.2.0').putBack).toBe(true);
  });
});
