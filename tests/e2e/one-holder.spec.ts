import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { electronArguments } from '../../scripts/electron-arguments';
import { electronRuntime } from '../../scripts/electron-runtime';
import { projectRoot } from '../../scripts/project-root';
import { pidOf } from './support/app-process';
import { synced } from './support/connect';
import { launchApp } from './support/launch-app';

test('a second start brings the first window forward, and another process is refused the open workspace', async () => {
  const { app, window, userData, quit } = await launchApp();
  await window.getByRole('button', { name: 'open Lumen' }).click();
  await synced(window);

  await test.step('a second instance says so and ends by itself', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const visible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()));
    await expect.poll(visible).toEqual([false]);
    const { executable } = await electronRuntime();
    const args = [...electronArguments(), projectRoot, `--user-data-dir=${userData}`, 'file:///etc/passwd'];
    const second = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    second.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    expect(await once(second, 'close')).toEqual([7, null]);
    expect(said).toContain(`Tenantry is open already on ${userData}`);
    await expect.poll(visible).toEqual([true]);
    expect(window.url()).toMatch(/^app:\/\/tenantry\//);
  });

  await test.step('the command line names the holder, and leaves the workspace alone', async () => {
    const workspaces = join(userData, 'workspaces');
    const [folder = ''] = await readdir(workspaces);
    const cli = [
      '--import',
      'tsx',
      'src-main/cli/cli.ts',
      'status',
      '--json',
      '--dir',
      join(workspaces, folder),
    ];
    const refused = await promisify(execFile)(process.execPath, cli, { cwd: projectRoot }).catch(
      (error: { readonly code: number; readonly stdout: string }) => error,
    );
    expect(refused).toMatchObject({ code: 7 });
    expect(JSON.parse(refused.stdout)).toMatchObject({
      error: { code: 'workspace-open-elsewhere', detail: { pid: app.process().pid } },
    });
    await expect(window.getByRole('button', { name: /^Synced/ })).toBeVisible();
    expect(await pidOf(app, 'engine')).toBeGreaterThan(0);
  });

  await quit();
});
