import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { commands } from '../../src-shared/contract/commands';
import { isScreenIn, screenTable } from '../../src-shared/contract/screens';
import { synced } from './support/connect';
import { tray } from './support/edits';
import { launchApp } from './support/launch-app';

test('every item of the menu does in the window what it says, and is grey while it does not apply', async () => {
  const { app, window, quit } = await launchApp();
  const choose = (id: string): Promise<void> => click(app, id);
  const item = (id: string) => itemOf(app, id);
  await expect(window.getByRole('button', { name: 'open Lumen' })).toBeVisible();
  for (const [id, { menu }] of commands)
    if (menu) expect(await item(id), id).toMatchObject({ enabled: menu.always === true });
  await choose('doctor');
  const doctor = window.getByRole('dialog', { name: 'Doctor' });
  await expect(doctor.getByRole('status')).toHaveText('Nothing wrong was found.');
  await expect(doctor.getByRole('list', { name: 'Checks' }).getByRole('listitem')).toHaveCount(4);
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'open Lumen' }).click();
  await synced(window);

  for (const screen of screenTable) {
    const id = `go:${screen.name}`;
    if (screen.group === null) continue;
    const here = isScreenIn(screen, 'b2c');
    await expect.poll(() => item(id), id).toEqual({ visible: here, enabled: here });
    if (!here) continue;
    await choose(id);
    await expect(window.getByRole('heading', { level: 1, name: screen.title })).toBeVisible();
  }
  await choose('palette');
  await expect(window.getByRole('textbox', { name: 'Search' })).toBeFocused();
  await window.keyboard.press('Escape');
  await choose('shortcuts');
  await expect(window.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await window.keyboard.press('Escape');
  await choose('go:people');
  await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', '8001');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.emulateMedia({ colorScheme: 'dark' });
  await answerPrinting(app, true);
  await choose('print');
  const paper = await printedText(app);
  for (const told of [
    'Lumen (sandbox)',
    'People: the first 1,000 of 8,000. Export the table for all of them.',
  ])
    expect(paper.text).toContain(told);
  for (const notOnPaper of ['Review changes', 'Search', 'Developers'])
    expect(paper.text).not.toContain(notOnPaper);
  expect(paper.text.match(/@/g)?.length).toBeGreaterThan(900);
  expect(paper.pages).toBeGreaterThan(10);
  expect(paper.background).toBe('rgb(255, 255, 255)');
  await expect(window.locator('[data-paper] table')).toHaveCount(0);
  await answerPrinting(app, false);
  await choose('print');
  await expect(window.getByText('Nothing was printed: no printer')).toBeVisible();
  await test.step('a second window begins at the same place, goes its own way, and the menu means the one in front', async () => {
    const [other] = await Promise.all([app.waitForEvent('window'), choose('new-window')]);
    const heading = (page: Page) => page.getByRole('heading', { level: 1 });
    await expect(heading(other)).toHaveText('People');
    await expect(other.getByRole('grid')).toHaveAttribute('aria-rowcount', '8001');
    const rename = async (page: Page, row: number, name: string): Promise<void> => {
      await page.getByRole('grid').getByRole('row').nth(row).click();
      const inspector = page.getByRole('complementary', { name: /^Inspector/ });
      await inspector.getByRole('button', { name: 'Edit Last name' }).click();
      await inspector.getByRole('textbox', { name: 'Last name' }).fill(name);
      await page.keyboard.press('Enter');
    };
    const undoOf = (page: Page, place: 'toast' | 'tray') =>
      (place === 'tray'
        ? page.getByRole('region', { name: 'Changes tray' })
        : page.getByRole('alert')
      ).getByRole('button', { name: 'Undo', exact: true });
    await rename(window, 3, 'Staged-Here');
    await rename(other, 5, 'Staged-There');
    await expect(tray(window)).toContainText('2 staged');
    await undoOf(window, 'toast').click();
    await expect(tray(other)).toContainText('1 staged');
    await expect(window.getByRole('grid')).toContainText('Staged-There');
    await expect(undoOf(window, 'tray')).toBeDisabled();
    await undoOf(other, 'tray').click();
    await expect(tray(window)).toContainText('Nothing staged');
    await bringForward(app, other);
    await choose('go:sign-up');
    await expect(heading(other)).toHaveText('Sign-up');
    await expect(heading(window)).toHaveText('People');
    await bringForward(app, window);
    await choose('go:developers');
    await expect(heading(window)).toHaveText('Developers');
    await expect(heading(other)).toHaveText('Sign-up');
    await window.getByRole('heading', { level: 1 }).press('Control+Shift+N');
    await expect.poll(() => app.windows().length).toBe(3);
    for (const page of app.windows()) if (page !== window) await page.close();
    await expect.poll(() => item('go:people')).toMatchObject({ enabled: true });
  });
  await choose('review');
  await expect(window.getByRole('heading', { level: 1, name: 'Changes' })).toBeVisible();
  expect(await item('undo-change')).toMatchObject({ enabled: false });
  expect(await item('go-online')).toMatchObject({ enabled: false });
  await choose('work-offline');
  await expect(window.getByText('Working offline by choice')).toBeVisible();
  await expect.poll(() => item('work-offline')).toMatchObject({ enabled: false });
  expect(await item('sync-now')).toMatchObject({ enabled: false });
  await choose('go-online');
  await choose('sync-now');
  await synced(window);
  await choose('switch-workspace');
  await expect(window.getByRole('region', { name: 'Your workspaces' })).toBeVisible();
  await expect.poll(() => item('sync-now')).toMatchObject({ enabled: false });
  await test.step('what one window opens or closes, all of them show', async () => {
    const [other] = await Promise.all([app.waitForEvent('window'), choose('new-window')]);
    await other.getByRole('button', { name: 'open Northwind' }).click();
    for (const page of [other, window])
      await expect(page.getByRole('button', { name: /^Workspace Northwind/ })).toBeVisible();
    await synced(window);
    await bringForward(app, window);
    await choose('switch-workspace');
    for (const page of [other, window])
      await expect(page.getByRole('region', { name: 'Your workspaces' })).toContainText('Northwind');
  });
  await test.step('a workspace of the menu is opened from there, and is the first one then', async () => {
    const firstInMenu = () =>
      app.evaluate(
        ({ Menu }) =>
          Menu.getApplicationMenu()
            ?.getMenuItemById('open-workspace')
            ?.submenu?.items.find(({ visible }) => visible)?.label,
      );
    expect(await firstInMenu()).toContain('Northwind');
    const lumen = await app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.getMenuItemById('open-workspace')
        ?.submenu?.items.flatMap(({ id, label, visible }) =>
          visible && label.startsWith('Lumen') ? [id] : [],
        ),
    );
    await choose(String(lumen));
    await expect(window.getByRole('button', { name: /^Workspace Lumen/ })).toBeVisible();
    await expect.poll(firstInMenu).toContain('Lumen');
    await choose('switch-workspace');
    const listed = window.getByRole('region', { name: 'Your workspaces' }).getByRole('listitem');
    await expect(listed.first()).toContainText('Lumen');
  });
  await quit();
});

interface Paper {
  readonly text: string;
  readonly background: string;
  readonly pages: number;
}

/** Answers the system's printing dialog, which no test can click: a page in its stead keeps what would be on paper, or there is no printer. */
async function answerPrinting(app: ElectronApplication, printer: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, works) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (page === undefined) throw new Error('there is a window');
    const kept = globalThis as { paper?: Paper };
    const read = async (): Promise<void> => {
      page.debugger.attach();
      await page.debugger.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
      const seen: Omit<Paper, 'pages'> = await page.executeJavaScript(
        '({ text: document.body.innerText, background: getComputedStyle(document.body).backgroundColor })',
      );
      await page.debugger.sendCommand('Emulation.setEmulatedMedia', { media: '' });
      page.debugger.detach();
      const file = await page.printToPDF({ printBackground: true });
      kept.paper = { ...seen, pages: file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0 };
    };
    page.print = (_, done) => {
      if (!works) done?.(false, 'no printer');
      else
        void read().then(
          () => done?.(true, ''),
          (error: unknown) => done?.(false, String(error)),
        );
    };
  }, printer);
}

async function printedText(app: ElectronApplication): Promise<Paper> {
  const read = () => app.evaluate(() => (globalThis as { paper?: Paper }).paper ?? null);
  await expect.poll(read, { timeout: 20_000 }).not.toBeNull();
  const paper = await read();
  if (paper === null) throw new Error('something was printed');
  return paper;
}

/** As a click on its frame would. Without a window manager nobody gets the focus by asking for it. */
async function bringForward(app: ElectronApplication, page: Page): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((front) => front.emit('focus'));
}

/** Chooses an item of the application menu by its id, once it applies. */
async function click(app: ElectronApplication, id: string): Promise<void> {
  await expect.poll(() => itemOf(app, id), id).toMatchObject({ enabled: true });
  await app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
}

function itemOf(
  app: ElectronApplication,
  id: string,
): Promise<{ readonly visible: boolean; readonly enabled: boolean } | null> {
  return app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return item ? { visible: item.visible, enabled: item.enabled } : null;
  }, id);
}
