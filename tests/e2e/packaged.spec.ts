import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { goTo, synced } from './support/connect';
import { launchPackaged, packagedExecutable } from './support/launch-packaged';

test('the packaged app goes from first run to a synced table of the sandbox', async () => {
  const { window, stop } = await launchPackaged();
  try {
    await window.getByRole('button', { name: 'Try B2B: open Northwind' }).click();
    await synced(window);
    await goTo(window, 'Organizations');
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', '201');
  } finally {
    await stop();
  }
});

test('the packaged executable has every fuse at its declared value', async () => {
  const wire = await getCurrentFuseWire(packagedExecutable);
  const state = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse]));
  const [off, on] = ['0', '1'];
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    browserSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: off,
    cookieEncryption: on,
    nodeOptions: off,
    nodeInspect: off,
    asarIntegrity: on,
    onlyAsar: on,
    browserSnapshot: off,
    filePrivileges: off,
  });
});

test('the package holds its licences, and no app but its own', async () => {
  const folder = dirname(packagedExecutable);
  await expect(access(join(folder, 'resources', 'default_app.asar'))).rejects.toThrow('ENOENT');
  await expect(access(join(folder, 'resources', 'app'))).rejects.toThrow('ENOENT');
  expect(await readFile(join(folder, 'LICENSE.sqlcipher.txt'), 'utf8')).toContain('AFFERO');
  expect(await readFile(join(folder, 'LICENSE.tenantry.txt'), 'utf8')).toContain('MIT');
});
