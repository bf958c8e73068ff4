import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atStart } from '@main/updates/trial';
import { openStateFile } from '@main/updates/update-state';
import { describe, expect, it } from 'vitest';
import { machineWithNewer, name } from './machine-with-newer';

const machine = machineWithNewer();
const { updatesOf, pending } = machine;

describe('what goes wrong on the way', () => {
  it('is put in place once, however often it is asked for, with the former file kept as it was', async () => {
    const { check, updates } = updatesOf({ isBusy: async () => false });
    await check();
    const all = await Promise.all([updates.install(), updates.install(), updates.check('admin')]);
    expect(all.slice(0, 2)).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await updates.install()).toMatchObject({ ok: true });
    expect(await readFile(machine.installed, 'utf8')).toBe('the new version, which is longer');
    expect(await readFile(join(machine.folder, 'former'), 'utf8')).toBe('the old version');
    expect(await readdir(join(machine.folder, '..'))).toEqual(
      expect.not.arrayContaining(['Tenantry.AppImage.next']),
    );
    expect(await pending()).not.toContain('Tenantry.AppImage');
  });

  it('takes nothing away where it cannot be put in place, nor under a run that began meanwhile', async () => {
    let asked = 0;
    const meanwhile = updatesOf({ isBusy: async () => ++asked > 1 });
    await meanwhile.check();
    expect(await meanwhile.updates.install()).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(meanwhile.updates.view()).toMatchObject({ value: { phase: { kind: 'ready' } } });
    const { check, updates } = updatesOf();
    await check();
    await mkdir(`${machine.installed}.next`);
    const put = await updates.install();
    expect(put).toMatchObject({ ok: false, error: { message: expect.stringContaining('0.2.0') } });
    expect(await readFile(machine.installed, 'utf8')).toBe('the old version');
    expect(openStateFile(machine.folder).get().trial).toBeNull();
  });

  it('keeps its installed name, where that was another when the version was fetched', async () => {
    await updatesOf().check();
    const renamed = join(machine.folder, '..', 'Mine-0.1.0.AppImage');
    await rename(machine.installed, renamed);
    process.env.APPIMAGE = renamed;
    const { check, updates } = updatesOf({ installation: { kind: 'AppImage', path: renamed } });
    await check();
    expect(await updates.install()).toMatchObject({ ok: true });
    expect(await readFile(renamed, 'utf8')).toBe('the new version, which is longer');
  });

  it('is told where nothing can be kept, and nothing is under way then', async () => {
    await writeFile(machine.folder, 'no folder');
    const { check, updates } = updatesOf({ policy: null });
    expect(await check()).toMatchObject({ kind: 'failed', failure: { code: 'disk-error' } });
    expect(await updates.setMode('tell')).toMatchObject({ ok: false, error: { code: 'disk-error' } });
    await machine.anew();
    await mkdir(join(machine.folder, 'app-update.yml'), { recursive: true });
    expect(await updatesOf().check()).toMatchObject({ kind: 'failed', failure: { code: 'disk-error' } });
  });

  it('ends with updates being turned off: what is fetched is cut, and no longer told', async () => {
    let ended = (): void => undefined;
    const cut = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const state = openStateFile(machine.folder);
    await state.change({ mode: 'ready' });
    const { check, updates, views } = updatesOf({ policy: null, state });
    machine.server.answer(`/${name}`, (_request, response) => {
      response.on('close', ended);
      response.write('the new');
    });
    const checked = check();
    await expect.poll(() => views.some(({ phase }) => phase.kind === 'fetching')).toBe(true);
    await updates.setMode('off');
    await cut;
    expect(await checked).toEqual({ kind: 'unasked' });
    expect(await updates.install()).toMatchObject({ ok: false });
  });

  it('is not said of a version that never was in place', async () => {
    const state = openStateFile(machine.folder);
    const trial = { version: '0.2.0', from: '0.1.0', files: null, placed: false, starts: 0 };
    await state.change({ trial });
    expect(atStart(state.get(), '0.1.0')).toEqual({ putBack: false, change: { trial: null } });
    expect(atStart(state.get(), '0.2.0').change).toMatchObject({ trial: { placed: true, starts: 1 } });
  });
});

it('asks nobody where somebody works offline by choice, whoever asks', async () => {
  const { updates } = updatesOf({
    policy: { mode: 'tell', says: '' },
    mayAsk: async () => machine.server.received.length < 2,
  });
  expect(await updates.check('itself')).toMatchObject({ value: { phase: { kind: 'newer' } } });
  const left = { ok: false, error: { code: 'offline' } };
  expect(await updates.fetch()).toMatchObject(left);
  expect(await updates.check('admin')).toMatchObject(left);
  expect(machine.server.received).toHaveLength(2);
});
