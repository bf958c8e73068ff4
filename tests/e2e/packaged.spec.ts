import { execFile, spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { makeDeb } from '../../scripts/package/targets/make-deb';
import { makeTar } from '../../scripts/package/targets/make-tar';
import { jsonOf, runProgram } from '../cli/run-cli';
import { killProcessTree } from '../qa-kit/kill-process-tree';
import { certificateFile, startTlsFront } from '../support/tls/tls-front';
import { startUpdateServer } from '../updates/update-server';
import { goTo, synced } from './support/connect';
import {
  debuggingAddress,
  launchPackaged,
  packagedExecutable,
  windowBehind,
} from './support/launch-packaged';
import { type PackagedVersion, packagedVersion } from './support/packaged-version';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

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
  const sbom = JSON.parse(await readFile(join(folder, 'sbom.cdx.json'), 'utf8'));
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  const names = sbom.components.map(({ name }: { readonly name: string }) => name);
  // One of each part: the driver, the runtime, the engine, the window, the command line, the service.
  for (const name of ['@signalapp/sqlcipher', 'electron', 'rxdb', 'react', 'undici', 'hono'])
    expect(names).toContain(name);
  expect(names).not.toContain('vitest');
  const notices = await readFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  expect(notices).toMatch(/^rxdb [\d.]+: Apache-2.0\n\n.*Apache License/ms);
});

test('the packaged command line does its work without a display, as docs/cli.md says', async () => {
  const service = await startService(0.02);
  const tls = await startTlsFront(service.url);
  try {
    const folder = await temporaryFolder('packaged-cli');
    const launcher = join(dirname(packagedExecutable), 'bin', 'tenantry');
    const link = join(folder, 'tenantry');
    await symlink(launcher, link);
    const secrets = { TENANTRY_PASSPHRASE: 'correct horse', TENANTRY_API_KEY: service.secretKey };
    const environment = { ...secrets, DISPLAY: '', NODE_EXTRA_CA_CERTS: certificateFile };
    const tenantry = (words: readonly string[], input = '') =>
      runProgram(link, [...words, '--dir', join(folder, 'acme')], environment, input);

    const made = await tenantry(['init', '--url', `https://localhost:${tls.port}/v1`]);
    // Chromium, which is never started, would have its say there.
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(await tenantry(['pull', '--json'])).toMatchObject({ code: 0 });
    const listed = jsonOf<{ rows: { id: string }[] }>(
      await tenantry(['list', 'organization', '--limit', '500', '--json']),
    );
    expect(listed.value.rows).toHaveLength(4);
    const draft = {
      entity: 'organization',
      recordId: listed.value.rows[0]?.id,
      action: { verb: 'update', field: 'name', value: 'By the package' },
    };
    expect(await tenantry(['stage', '-', '--json'], JSON.stringify([draft]))).toMatchObject({ code: 0 });
    expect(await tenantry(['apply'])).toMatchObject({ code: 0 });
    expect(await service.writes()).toEqual([`PATCH /organizations/${draft.recordId}`]);

    expect(await tenantry(['list', 'organisation'])).toMatchObject({ code: 2, stdout: '' });
    const strange = { ...environment, NODE_EXTRA_CA_CERTS: '' };
    const refused = await runProgram(link, ['pull', '--json', '--dir', join(folder, 'acme')], strange);
    expect(jsonOf(refused)).toMatchObject({ code: 3, value: { error: { code: 'certificate' } } });
  } finally {
    tls.close();
    await service.stop();
  }
});

test('the deb is installed, started and removed; the tarball starts where it was unpacked', async () => {
  test.skip(process.platform !== 'linux', 'made on Linux');
  const folder = await temporaryFolder('targets');
  const root = join(folder, 'root');
  const app = dirname(packagedExecutable);
  const deb = await makeDeb(app, folder, { compress: false });
  const field = async (name: string) => (await ran('dpkg-deb', ['--field', deb, name])).trim();
  expect(await field('Depends')).toContain('libgtk-3-0 | libgtk-3-0t64');
  expect(await ran('dpkg-deb', ['--contents', deb])).toMatch(/-rwsr-xr-x root\/root .*chrome-sandbox/);

  await mkdir(join(root, 'var/lib/dpkg/updates'), { recursive: true });
  await writeFile(join(root, 'var/lib/dpkg/status'), '');
  const dpkg = [`--root=${root}`, '--force-script-chrootless', '--force-depends', '--force-not-root'];
  const isRoot = process.getuid?.() === 0;
  await (isRoot ? ran('dpkg', [...dpkg, '--install', deb]) : ran('dpkg-deb', ['--extract', deb, root]));
  expect(await ran(join(root, 'usr/bin/tenantry'), ['--help'])).toContain('Usage: tenantry');
  const desktop = await readFile(join(root, 'usr/share/applications/tenantry.desktop'), 'utf8');
  expect(desktop).toContain('MimeType=x-scheme-handler/tenantry;');
  const executable = /^Exec=(\S+) %U$/m.exec(desktop)?.[1] ?? '';
  const { window, stop } = await launchPackaged(join(root, executable));
  await expect(window.getByRole('button', { name: 'Try B2B: open Northwind' }))
    .toBeVisible()
    .finally(stop);
  if (isRoot) {
    await ran('dpkg', [...dpkg, '--purge', 'tenantry']);
    await expect(access(join(root, 'opt'))).rejects.toThrow('ENOENT');
  }

  const tar = await makeTar(app, folder, { compress: false });
  await ran('tar', ['-xf', tar, '-C', folder]);
  const [unpacked] = (await readdir(folder)).filter((name) => /^tenantry-[\d.]+$/.test(name));
  expect(await ran(join(folder, unpacked ?? '', 'bin', 'tenantry'), ['--help'])).toContain('Usage: tenantry');
});

test('an old version finds a new one, fetches it, and restarts into it; its workspace opens', async () => {
  test.skip(process.platform !== 'linux', 'a file of the kind of an AppImage');
  // Beside the app, since its files are linked and not copied.
  const folder = await mkdtemp(join(dirname(dirname(packagedExecutable)), '.versions-'));
  const [server, userData] = await Promise.all([startUpdateServer(), temporaryFolder('updated')]);
  const installed = join(folder, 'Tenantry.AppImage');
  const versions: PackagedVersion[] = [];
  const startedBy = async (version: PackagedVersion) => {
    await expect
      .poll(async () => debuggingAddress(await readFile(version.stderr, 'utf8').catch(() => '')))
      .toBeTruthy();
    return windowBehind(debuggingAddress(await readFile(version.stderr, 'utf8')) ?? '');
  };
  try {
    const build = { folder, feed: server.url, keys: [server.publicKey], userData };
    const [old, next] = await Promise.all([
      packagedVersion({ ...build, version: '0.1.0' }),
      packagedVersion({ ...build, version: '0.2.0' }),
    ]);
    versions.push(old, next);
    await rename(old.file, installed);
    await rename(next.file, join(server.folder, basename(next.file)));
    await server.publish('0.2.0', [basename(next.file)], { notes: 'Faster.' });

    spawn(installed, { stdio: 'ignore' });
    const { window } = await startedBy(old);
    await window.getByRole('button', { name: 'Try B2B: open Northwind' }).click();
    await window.getByRole('button', { name: 'Show updates' }).click();
    const updates = window.getByRole('region', { name: 'Updates' });
    await expect(updates.getByRole('region', { name: 'What is new in 0.2.0' })).toHaveText('Faster.');
    await updates.getByRole('button', { name: 'Fetch 0.2.0' }).click();
    await updates.getByRole('button', { name: 'Restart into 0.2.0' }).click();

    const { window: restarted } = await startedBy(next);
    await restarted
      .getByRole('button', { name: /Northwind/ })
      .first()
      .click();
    for (const { headers } of server.received)
      expect(headers).toMatchObject({ 'user-agent': 'Tenantry', 'accept-language': '*' });
    await expect(restarted.getByText('Tenantry is 0.2.0 now; it was 0.1.0.')).toBeVisible();
    await expect(access(join(userData, 'updates', 'former'))).rejects.toThrow('ENOENT');
  } finally {
    // First what a shell that waits would start, then whatever runs, however far it came.
    await Promise.all([
      rm(installed, { force: true }),
      // What runs still may write there meanwhile.
      rm(join(userData, 'updates'), { recursive: true, force: true, maxRetries: 10 }),
    ]);
    for (const { pid } of versions) {
      const started = Number(await readFile(pid, 'utf8').catch(() => '0'));
      if (started > 0) await killProcessTree(started);
    }
    await server.stop();
    await rm(folder, { recursive: true, maxRetries: 10 });
  }
});

const ran = async (program: string, words: readonly string[]): Promise<string> =>
  (await promisify(execFile)(program, words, { maxBuffer: 2 ** 24 })).stdout;
