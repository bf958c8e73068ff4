import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { Rectangle } from 'electron';
import { commands } from '../../src-shared/contract/commands';
import { isScreenIn, screenTable } from '../../src-shared/contract/screens';
import { synced } from './support/connect';
import { tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { answerPrinting, printedText } from './support/printing';
import { recordSent } from './support/record-sent';

test('every item of the menu does in the window what it says, and is grey while it does not apply', async () => {
  const { app, window, userData, quit } = await launchApp();
  const choose = (id: string): Promise<void> => click(app, id);
  let onlyThere = '';
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
  await expect(window.getByText(/^1 of 3/)).toBeVisible();
  await answerPrinting(app, true);
  await choose('print');
  const paper = await printedText(app);
  for (const told of [
    'Lumen (sandbox)',
    'People: the first 1,000 of 8,000. Export the table for all of them.',
  ])
    expect(paper.text).toContain(told);
  for (const notOnPaper of ['Review changes', 'Search', 'Developers', '1 of 3'])
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
  await test.step('two workspaces are open at once, each with an engine and windows of its own, and nothing of one reaches the other', async () => {
    await window.getByRole('button', { name: 'Open Lumen', exact: true }).click();
    const switcher = (page: Page, name: string) =>
      page.getByRole('button', { name: new RegExp(`^Workspace ${name}`) });
    await expect(switcher(window, 'Lumen')).toBeVisible();
    const sentToLumen = await recordSent(app, window);
    const beside = await app.evaluate(({ Menu }) =>
      String(
        Menu.getApplicationMenu()
          ?.getMenuItemById('open-workspace-beside')
          ?.submenu?.items.find(({ label, visible }) => visible && label.startsWith('Northwind'))?.id,
      ),
    );
    const north = beside.replace('open-workspace-beside:', '');
    const link = `tenantry://workspace/${north}/people`;
    await app.evaluate(({ app: main }, args) => main.emit('second-instance', {}, args), ['tenantry', link]);
    const offer = window.getByRole('button', { name: /^Open Northwind.* in a new window$/ });
    const [other] = await Promise.all([app.waitForEvent('window'), offer.click()]);
    await expect(switcher(other, 'Northwind')).toBeVisible();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('People');
    await synced(other);
    expect(await engines(app)).toBe(2);
    expect(await item('go:organizations')).toMatchObject({ visible: true });
    await rename(other, 3, 'Canary-North');
    await expect(tray(other)).toContainText('1 staged');
    await bringForward(app, window);
    expect(await item('go:organizations')).toMatchObject({ visible: false });
    await choose('go:people');
    await expect(tray(window)).toContainText('Nothing staged');
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', '8001');

    const ask = (page: Page, name: string, input: object) =>
      page.evaluate(
        ([call, given]) =>
          (
            globalThis as unknown as { tenantry: { call(a: string, b: object): Promise<unknown> } }
          ).tenantry.call(call, given),
        [name, input] as const,
      );
    // Whoever asks is answered of its own workspace, wherever the other one is named, and whichever is in front.
    const lumen = JSON.stringify(await ask(window, 'engineState', { id: north, workspaceId: north }));
    expect(lumen).toContain('lumen');
    expect(await ask(other, 'engineState', {})).toMatchObject({ value: { workspaceId: north } });
    for (const [call, input] of [
      ['forget', { id: north }],
      ['replaceApiKey', { id: north, apiKey: 'sk_test_other' }],
    ] as const)
      expect(await ask(window, call, input)).toMatchObject({ error: { code: 'workspace-open-elsewhere' } });
    await choose(beside);
    await switcher(window, 'Lumen').click();
    await window.getByRole('menuitem', { name: /^Northwind/ }).click();
    await expect(tray(other)).toContainText('1 staged');
    await expect(switcher(window, 'Lumen')).toBeVisible();
    expect(app.windows()).toHaveLength(3);
    const sent = await sentToLumen();
    expect(sent).toContain('go:people');
    expect(sent).not.toMatch(new RegExp(`${north}|Canary`));
    expect(await window.locator('body').textContent()).not.toContain('Canary');
    await other.getByRole('button', { name: /^Scope: / }).click();
    await other.getByRole('combobox', { name: 'Show only this organization' }).click();
    await other.getByRole('option').first().click();
    // Its id stands there until its name is read.
    await expect(narrowed(other)).toHaveText(/^Only (?!org_)/);
    onlyThere = (await narrowed(other).textContent()) ?? '';
  });
  await test.step('a second window of one is left at a place of its own', async () => {
    await bringForward(app, window);
    const [second] = await Promise.all([app.waitForEvent('window'), choose('new-window')]);
    await bringForward(app, second);
    await choose('go:developers');
    await expect(second.getByRole('heading', { level: 1 })).toHaveText('Developers');
    await put(app, window, { x: 60, y: 40, width: 1_100, height: 700 });
    await put(app, second, { x: 200, y: 120, width: 1_200, height: 800 });
  });
  await quit();
  await test.step('both open again at the next start, each window where it was left, and the last one of a workspace ends its engine', async () => {
    const again = await launchApp({ userData });
    await expect.poll(() => again.app.windows().length).toBe(4);
    const places = () =>
      Promise.all(
        again.app.windows().map(async (page) => {
          const frame = await again.app.browserWindow(page);
          const { x, y, width, height } = await frame.evaluate((one) => one.getNormalBounds());
          return [await page.getByRole('heading', { level: 1 }).textContent(), x, y, width, height].join(' ');
        }),
      );
    await expect
      .poll(places)
      .toEqual(expect.arrayContaining(['People 60 40 1100 700', 'Developers 200 120 1200 800']));
    await expect.poll(() => engines(again.app)).toBe(2);
    const titles = await Promise.all(
      again.app.windows().map(async (page) => {
        await synced(page);
        return page.getByRole('button', { name: /^Workspace / }).textContent();
      }),
    );
    expect(titles.toSorted().join()).toMatch(/Lumen.*Northwind/);
    const told = () => Promise.all(again.app.windows().map((page) => narrowed(page).allTextContents()));
    await expect.poll(async () => (await told()).flat()).toEqual([onlyThere]);
    const north = again.app.windows()[titles.findIndex((title) => title?.includes('Northwind'))];
    await expect(tray(north ?? again.window)).toContainText('1 staged');
    await north?.close();
    await expect.poll(() => engines(again.app)).toBe(1);
    await expect(tray(again.app.windows()[0] ?? again.window)).toBeVisible();
    await again.quit();
  });
});

/** What a window says of the organization that it is narrowed to. */
const narrowed = (page: Page) => page.getByRole('status').filter({ hasText: 'Only ' });

/** How many engine processes there are. */
const engines = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ app: main }) => main.getAppMetrics().filter(({ name }) => name === 'Tenantry engine').length,
  );

async function rename(page: Page, row: number, name: string): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(row).click();
  const inspector = page.getByRole('complementary', { name: /^Inspector/ });
  await inspector.getByRole('button', { name: 'Edit Last name' }).click();
  await inspector.getByRole('textbox', { name: 'Last name' }).fill(name);
  await page.keyboard.press('Enter');
}

/** As a click on its frame would. Without a window manager nobody gets the focus by asking for it. */
async function bringForward(app: ElectronApplication, page: Page): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((front) => front.emit('focus'));
}

async function put(app: ElectronApplication, page: Page, bounds: Rectangle): Promise<void> {
  await (await app.browserWindow(page)).evaluate((frame, to) => frame.setBounds(to), bounds);
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
