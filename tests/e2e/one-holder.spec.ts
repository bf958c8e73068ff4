import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { electronArguments } from '../../scripts/electron-arguments';
import { electronRuntime } from '../../scripts/electron-runtime';
import { projectRoot } from '../../scripts/project-root';
import { pidOf } from './support/app-process';
import { synced } from './support/connect';
import { command } from './support/edits';
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
    const { code, said } = await startAgain(userData, 'file:///etc/passwd');
    expect(code).toBe(7);
    expect(said).toContain(`Tenantry is open already on ${userData}`);
    await expect.poll(visible).toEqual([true]);
    expect(window.url()).toMatch(/^app:\/\/tenantry\//);
  });

  await test.step('a link leads to its place, and one that leads nowhere says why', async () => {
    const [workspace = ''] = await readdir(join(userData, 'workspaces'));
    const place = `tenantry://workspace/${workspace}/people?text=ada`;
    const { code } = await startAgain(userData, place);
    expect(code).toBe(0);
    await expect(window.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    await expect(window.getByRole('textbox', { name: 'Filter people' })).toHaveValue('ada');
    await command(window, 'Copy link to this place');
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe(`tenantry://workspace/${workspace}/people?text=ada`);
    const told = window.getByRole('alert');
    for (const [link, says] of [
      [`tenantry://workspace/${workspace}/people/user_1/delete`, /^The link does not begin with/],
      [
        `tenantry://workspace/${workspace}/organizations`,
        'A link leads to Organizations, which Lumen does not have',
      ],
      [
        'tenantry://workspace/elsewhere-1/people',
        'A link leads to the workspace elsewhere-1, which is not on this machine',
      ],
    ] as const) {
      await app.evaluate(({ app: main }, args) => main.emit('second-instance', {}, args), ['tenantry', link]);
      await expect(told.filter({ hasText: says })).toBeVisible();
    }
    await expect(window.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  });

  await test.step('the command line names the holder, and leaves the workspace alone', async () => {
    const workspaces = join(userData, 'workspaces');
    const [folder = ''] = await readdir(workspaces);
    const cli = [
      join(projectRoot, 'out', 'main', 'cli.mjs'),
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

  await test.step('a first start with a link opens its workspace there', async () => {
    const [workspace = ''] = await readdir(join(userData, 'workspaces'));
    // Which were opened last the disk does not give: that is told where they are listed.
    const recents = 'recent-workspaces.json';
    await rm(join(userData, recents));
    await symlink(recents, join(userData, recents));
    const started = await launchApp({ userData, switches: [`tenantry://workspace/${workspace}/history`] });
    const { app: again, window: page } = started;
    await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();

    // What was told of a workspace goes with it.
    await page.evaluate(() => {
      location.hash = '#/people';
    });
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    await page.getByRole('grid').getByRole('row').nth(1).click();
    await page.keyboard.press('Control+Shift+C');
    await expect(page.getByText(/^Copied /)).toBeVisible();

    // What somebody began on the first page is left only when they say so.
    await command(page, 'Close this workspace');
    await expect(page.getByRole('button', { name: 'Connect a real instance' })).toBeVisible();
    await expect(page.getByText(/^Copied /)).toHaveCount(0, { timeout: 2_000 });
    await expect(page.getByText(/recent-workspaces\.json failed/)).toBeVisible();
    await page.getByRole('button', { name: 'Connect a real instance' }).click();
    const place = `tenantry://workspace/${workspace}/people?text=ada`;
    await again.evaluate(
      ({ app: main }, args) => main.emit('second-instance', {}, args),
      ['tenantry', place],
    );
    const offer = page.getByRole('button', { name: 'Open Lumen', exact: true });
    await expect(offer).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Connect a real instance' })).toBeVisible();
    await offer.click();
    await expect(page.getByRole('textbox', { name: 'Filter people' })).toHaveValue('ada');
    await started.quit();
  });
});

/** Starts the app once more on an open profile; how that start ended, and what it said. */
async function startAgain(
  userData: string,
  ...rest: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const { executable } = await electronRuntime();
  const args = [...electronArguments(), projectRoot, `--user-data-dir=${userData}`, ...rest];
  const second = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const [code] = await once(second, 'close');
  return { code, said };
}
