import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInstallation, type RunningApp } from '@main/updates/install/find-installation';
import { expect, it } from 'vitest';

async function mounted(): Promise<{ folder: string; path: string; app: RunningApp }> {
  const folder = await mkdtemp(join(tmpdir(), 'installed-'));
  const [path, mount] = [join(folder, 'Tenantry.AppImage'), join(folder, 'mount')];
  await mkdir(join(mount, 'resources'), { recursive: true });
  await Promise.all([writeFile(path, ''), writeFile(join(mount, 'tenantry'), '')]);
  const environment = { APPIMAGE: path, APPDIR: mount };
  const app = { execPath: join(mount, 'tenantry'), resourcesPath: join(mount, 'resources'), environment };
  return { folder, path, app: { ...app, platform: 'linux' } };
}

it('is the AppImage that this app runs out of, by whatever way it was mounted', async () => {
  const { folder, path, app } = await mounted();
  expect(findInstallation(app)).toEqual({ kind: 'AppImage', path });
  await symlink(join(folder, 'mount'), join(folder, 'way'));
  const environment = { APPIMAGE: path, APPDIR: join(folder, 'way') };
  expect(findInstallation({ ...app, environment })).toEqual({ kind: 'AppImage', path });
  expect(findInstallation({ ...app, platform: 'darwin' })).toBeNull();
});

it('is never the AppImage of another program that started this one: its file would be replaced', async () => {
  const [other, { app }] = [await mounted(), await mounted()];
  expect(findInstallation({ ...app, environment: other.app.environment })).toBeNull();
  const foreign = { APPIMAGE: other.path, APPDIR: undefined };
  for (const environment of [foreign, { ...foreign, APPDIR: '' }, { ...foreign, APPDIR: '/nowhere' }, {}])
    expect(findInstallation({ ...app, environment })).toBeNull();
  const { APPDIR } = app.environment;
  for (const APPIMAGE of ['Tenantry.AppImage', '/nowhere/Tenantry.AppImage', tmpdir(), ''])
    expect(findInstallation({ ...app, environment: { APPDIR, APPIMAGE } })).toBeNull();
});

it('is the deb where the package says so, whatever the environment says', async () => {
  const [other, { app }] = [await mounted(), await mounted()];
  await writeFile(join(app.resourcesPath, 'package-type'), 'deb\n');
  expect(findInstallation({ ...app, environment: other.app.environment })).toEqual({ kind: 'deb' });
});
