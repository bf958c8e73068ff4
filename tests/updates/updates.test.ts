import { appendFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFactsFile, readBuildFacts } from '@main/updates/build-facts';
import { askEveryMs } from '@main/updates/create-updates';
import { readPolicy } from '@main/updates/policy';
import { atStart, patience } from '@main/updates/trial';
import { openStateFile } from '@main/updates/update-state';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../cli/run-cli';
import { machineWithNewer, name } from './machine-with-newer';
import { startUpdateServer } from './update-server';

const machine = machineWithNewer();
const { updatesOf, pending } = machine;
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
    machine.server.received.length = 0;
    expect(await updatesOf().check()).toMatchObject({ kind: 'ready' });
    expect(machine.server.received.map(({ path }) => path)).toEqual([
      '/latest-linux.yml',
      '/latest-linux.yml.sig',
    ]);
  });

  it('is asked for in the same way by every machine', async () => {
    await updatesOf().check();
    const first = machine.server.received.splice(0);
    await machine.anew();
    await updatesOf().check();
    expect(machine.server.received.map(({ path, headers }) => ({ path, headers }))).toEqual(first);
    const { machine: own } = JSON.parse(await readFile(join(machine.folder, 'state.json'), 'utf8'));
    expect(JSON.stringify(first)).not.toContain(own);
    for (const { headers } of machine.server.received)
      expect(headers).toMatchObject({ 'user-agent': 'Tenantry', 'accept-language': '*' });
  });

  it('waits for its turn in a staged roll-out', async () => {
    await machine.server.publish('0.2.0', [name], { staging: 0 });
    expect(await updatesOf().check()).toEqual({ kind: 'later', version: '0.2.0' });
    expect(await pending()).toEqual([]);
  });

  it.each<[string, (bytes: string) => string]>([
    ['altered', (bytes) => bytes.replace('new', 'bad')],
    ['longer than was signed', (bytes) => `${bytes} and more`],
    ['cut off', (bytes) => bytes.slice(0, 20)],
  ])('is refused where its file is %s, and nothing of it stays', async (_, spoil) => {
    machine.server.answer(`/${name}`, (_request, response) =>
      response.end(spoil('the new version, which is longer')),
    );
    const { check, updates } = updatesOf();
    expect(await check()).toMatchObject(refused);
    expect(await pending()).toEqual([]);
    expect(await updates.install()).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await readFile(machine.installed, 'utf8')).toBe('the old version');
  });

  it('is given up where an endless file comes: no more is read than was signed', async () => {
    let sent = 0;
    machine.server.answer(`/${name}`, (_request, response) => {
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
      const build = { feed: stranger.url, keys: [machine.server.publicKey] };
      expect(await updatesOf({ build }).check()).toMatchObject(refused);
    } finally {
      await stranger.stop();
    }
    await appendFile(join(machine.server.folder, 'latest-linux.yml'), '#');
    expect(await updatesOf().check()).toMatchObject(refused);
    await machine.server.publish('0.4.0', [name]);
    expect(await updatesOf().check()).toMatchObject({ kind: 'ready' });
    await machine.server.publish('0.2.0', [name]);
    expect(await updatesOf().check()).toMatchObject(refused);
    await writeFile(join(machine.server.folder, name), 'made anew');
    await machine.server.publish('0.4.0', [name]);
    expect(await updatesOf().check()).toMatchObject(refused);
  });

  it('is refused where what was fetched changed on the disk, and is not put in place under a run', async () => {
    let busy = true;
    const { check, updates } = updatesOf({ isBusy: async () => busy });
    await check();
    expect(await updates.install()).toMatchObject({ ok: false, error: { code: 'busy' } });
    busy = false;
    await appendFile(join(machine.folder, 'fetched', 'pending', 'Tenantry.AppImage'), '!');
    expect(await updates.install()).toMatchObject({ ok: false, error: { code: 'update-refused' } });
    expect(await readFile(machine.installed, 'utf8')).toBe('the old version');
  });
});

it('asks nobody where updates are off, by whom ever, and not again before its hours are over', async () => {
  const off = updatesOf({ policy: { mode: 'off', says: 'no' } });
  await off.check();
  await updatesOf({ build: null }).check();
  expect(machine.server.received).toEqual([]);
  expect(await off.updates.setMode('ready')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  let now = 1;
  const { updates } = updatesOf({ policy: { mode: 'tell', says: '' }, now: () => now });
  for (const at of [1, askEveryMs, askEveryMs + 1]) {
    now = at;
    await updates.check('itself');
  }
  expect(machine.server.received).toHaveLength(4);
  const free = updatesOf({ policy: null });
  expect(await free.updates.setMode('off')).toMatchObject({ ok: true, value: { mode: 'off' } });
  expect(openStateFile(machine.folder).get().mode).toBe('off');
});

it('asks nobody where what the build says of its server is damaged, and says that it is', async () => {
  const root = join(machine.folder, '..', 'damaged');
  expect(readBuildFacts(root)).toBeNull();
  await mkdir(join(root, 'out'), { recursive: true });
  await writeFile(join(root, buildFactsFile), '{ "feed": "https://up');
  const { check, updates } = updatesOf({ build: readBuildFacts(root) });
  await check();
  expect(updates.view()).toMatchObject({
    ok: true,
    value: { mode: 'off', fixedBy: expect.stringContaining('cannot be read') },
  });
});

it('asks nobody where what was chosen cannot be read, says so, and goes by what is chosen anew', async () => {
  const { updates } = updatesOf({ policy: null });
  expect(updates.view()).toMatchObject({ value: { mode: 'tell', unread: false } });
  await updates.setMode('off');
  await writeFile(join(machine.folder, 'state.json'), '{"mode":"of');
  const asked = machine.server.received.length;
  const again = updatesOf({ policy: null });
  await again.check();
  expect(again.updates.view()).toMatchObject({ value: { mode: 'off', unread: true } });
  expect(machine.server.received).toHaveLength(asked);
  await again.updates.setMode('tell');
  expect(updatesOf({ policy: null }).updates.view()).toMatchObject({
    value: { mode: 'tell', unread: false },
  });
});

it('goes by the policy of the machine, then by the environment; what cannot be read is off', async () => {
  const file = join(machine.folder, '..', 'policy.json');
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
  async function update(script: string, words: readonly string[] = []) {
    const root = join(machine.folder, '..', 'build');
    await mkdir(join(root, 'out'), { recursive: true });
    await writeFile(
      join(root, buildFactsFile),
      JSON.stringify({ feed: machine.server.url, keys: [machine.server.publicKey] }),
    );
    const told = `${machine.installed}.told`;
    await writeFile(machine.installed, '#!/bin/sh\necho old >> "$APPIMAGE.told"\n', { mode: 0o755 });
    await writeFile(
      join(machine.server.folder, name),
      `#!/bin/sh\necho new >> "$APPIMAGE.told"\n${script}\n`,
    );
    await machine.server.publish('0.2.0', [name]);
    const ran = await runProgram(
      process.execPath,
      ['--import', 'tsx', 'tests/updates/update-child.ts', root, machine.folder, ...words],
      { APPIMAGE: machine.installed },
    );
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ put: { ok: true } });
    return { told: () => readFile(told, 'utf8').catch(() => '') };
  }

  it('starts once the old one has ended, under its name, and the former one goes when it has shown what it has to', async () => {
    const { told } = await update(
      'echo "$*" > "$APPIMAGE.words"\n: > "$TENANTRY_USER_DATA/updates/shown-0.2.0"',
      ['tenantry://open/x', '--no-sandbox', '--user-data-dir=elsewhere', '--lang=de $HOME'],
    );
    await expect.poll(told, { timeout: 60_000 }).toBe('new\n');
    // On the same profile, whose proof is waited for, and with what a machine needs for any window.
    await expect.poll(() => readdir(machine.folder)).toContain('shown-0.2.0');
    expect(await readFile(`${machine.installed}.words`, 'utf8')).toBe('--no-sandbox --lang=de $HOME\n');
    expect((await stat(machine.installed)).mode & 0o111).toBe(0o111);
    const state = openStateFile(machine.folder);
    expect(atStart(state.get(), '0.2.0')).toMatchObject({ putBack: false, change: { trial: { starts: 1 } } });
    expect(await readdir(machine.folder)).toContain('former');
    const { updates } = updatesOf({ version: '0.2.0', state });
    updates.windowShown();
    await updates.engineOpened();
    expect(await readdir(machine.folder)).not.toContain('former');
    expect(updates.view()).toMatchObject({
      value: { last: { kind: 'updated', version: '0.2.0', from: '0.1.0' } },
    });
  });

  it('is taken back where it ends before it has shown a window; that is told, and it is not offered again', async () => {
    const { told } = await update('exit 3');
    await expect.poll(told, { timeout: 60_000 }).toBe('new\nold\n');
    expect(await readFile(machine.installed, 'utf8')).toContain('echo old');
    const state = openStateFile(machine.folder);
    const { change, putBack } = atStart(state.get(), '0.1.0');
    expect(putBack).toBe(false);
    await state.change(change);
    const { check, updates } = updatesOf({ state });
    expect(updates.view()).toMatchObject({ value: { last: { kind: 'takenBack', version: '0.2.0' } } });
    expect(await check()).toEqual({ kind: 'takenBack', version: '0.2.0' });
    await machine.server.publish('0.2.1', [name]);
    expect(await check()).toMatchObject({ kind: 'ready' });
  });

  it('is put back at a start after starts that ended badly; a quit without a fault is none of them', async () => {
    const state = openStateFile(machine.folder);
    const files = { installed: machine.installed, former: join(machine.folder, 'former') };
    await state.change({ trial: { version: '0.2.0', from: '0.1.0', files, placed: true, starts: 0 } });
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
