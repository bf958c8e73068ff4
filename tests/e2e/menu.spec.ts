import { type ElectronApplication, expect, test } from '@playwright/test';
import { commands } from '../../src-shared/contract/commands';
import { isScreenIn, screenTable } from '../../src-shared/contract/screens';
import { synced } from './support/connect';
import { launchApp } from './support/launch-app';

test('every item of the menu does in the window what it says, and is grey while it does not apply', async () => {
  const { app, window, quit } = await launchApp();
  const choose = (id: string): Promise<void> => click(app, id);
  const item = (id: string) => itemOf(app, id);
  await expect(window.getByRole('button', { name: 'open Lumen' })).toBeVisible();
  for (const [id, { menu }] of commands)
    if (menu) expect(await item(id), id).toMatchObject({ enabled: false });
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
  await quit();
});

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
