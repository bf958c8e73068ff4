import { type ElectronApplication, expect, test } from '@playwright/test';
import { menuCommands } from '../../src-main/shell/menu/menu-commands';
import { synced } from './support/connect';
import { launchApp } from './support/launch-app';

test('every item of the menu does in the window what it says', async () => {
  const { app, window, quit } = await launchApp();
  await window.getByRole('button', { name: 'open Lumen' }).click();
  await synced(window);
  const choose = (name: string): Promise<void> => click(app, name);

  const items = Object.values(menuCommands).flat();
  for (const item of items) {
    if (item === 'separator' || !item.name.startsWith('go:')) continue;
    expect(await isShown(app, item.name), item.name).toBe(item.only?.includes('b2c') ?? true);
    if (item.only?.includes('b2c') === false) continue;
    await choose(item.name);
    const title = item.label.replace('…', '');
    await expect(window.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await choose('palette');
  await expect(window.getByRole('textbox', { name: 'Search' })).toBeFocused();
  await window.keyboard.press('Escape');
  await choose('shortcuts');
  await expect(window.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await window.keyboard.press('Escape');
  await choose('review');
  await expect(window.getByRole('heading', { level: 1, name: 'Changes' })).toBeVisible();
  await choose('work-offline');
  await expect(window.getByText('Working offline by choice')).toBeVisible();
  await choose('work-offline');
  await choose('sync-now');
  await synced(window);
  await choose('switch-workspace');
  await expect(window.getByRole('region', { name: 'Your workspaces' })).toBeVisible();
  await quit();
});

/** Chooses an item of the application menu by its id. */
async function click(app: ElectronApplication, id: string): Promise<void> {
  const found = await app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    item?.click();
    return item !== null && item !== undefined;
  }, id);
  expect(found, id).toBe(true);
}

function isShown(app: ElectronApplication, id: string): Promise<boolean | undefined> {
  return app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.visible, id);
}
