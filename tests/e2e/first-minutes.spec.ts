import { expect, type Page, test } from '@playwright/test';
import { goTo, synced } from './support/connect';
import { tray } from './support/edits';
import { launchApp } from './support/launch-app';

/** What the guide leads to in the two worlds that are not walked at length. */
const others = [
  {
    world: 'Lumen',
    go: 'Go to a person',
    sample: async (window: Page) => {
      await window.getByRole('button', { name: 'Edit First name' }).click();
      await window.getByRole('textbox', { name: 'First name' }).fill('Ada');
      await window.getByRole('button', { name: 'Stage change' }).click();
    },
    sees: 'Ada',
  },
  {
    world: 'Campus',
    go: 'Go to an application',
    sample: (window: Page) => window.getByRole('switch', { name: /^Second factor required/ }).press('Space'),
    sees: 'Second factor required',
  },
] as const;

test('a newcomer opens a world, stages a sample change, sees the plan, takes it back; Back and Forward go the way; bad weather stays told; F1 tells the rest', async () => {
  const { window, quit } = await launchApp();
  await window.getByRole('button', { name: 'open Northwind' }).click();
  await synced(window);
  const guide = window.getByRole('status').filter({ hasText: 'of 3.' });
  await guide.getByRole('button', { name: 'Go to a member' }).click();
  await window.getByRole('combobox', { name: /^Role of / }).click();
  await window.getByRole('option', { name: 'Viewer', exact: true }).click();
  await expect(tray(window)).toContainText('1 staged');
  await guide.getByRole('button', { name: 'See the plan' }).click();
  await expect(window.getByRole('button', { name: /^Apply/ })).toBeVisible();
  await guide.getByRole('button', { name: 'Take it back' }).click();
  await expect(tray(window)).toContainText('Nothing staged');
  await expect(window.getByText('That is all there is to it')).toBeVisible();
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(window.getByText('That is all there is to it')).toBeHidden();

  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('heading', { level: 1, name: 'Memberships' })).toBeVisible();
  await window.keyboard.press('Alt+ArrowRight');
  await expect(window.getByRole('heading', { level: 1, name: 'Changes' })).toBeVisible();

  // Bad weather that somebody made is told wherever they have been meanwhile.
  await goTo(window, 'Sync');
  await window.getByRole('button', { name: 'Take the service down' }).click();
  const bring = window.getByRole('button', { name: 'Bring the service up' });
  await expect(bring).toBeVisible();
  await window.getByRole('radiogroup', { name: 'Answers after' }).getByText('2 s').click();
  await goTo(window, 'People');
  await goTo(window, 'Sync');
  await expect(window.getByRole('radio', { name: '2 s', exact: true })).toBeChecked();
  await bring.click();
  await expect(window.getByRole('button', { name: 'Take the service down' })).toBeVisible();

  await window.keyboard.press('F1');
  await expect(window.getByRole('region', { name: 'What the marks mean' })).toContainText('not sent yet');
  await window.keyboard.press('Escape');

  for (const { world, go, sample, sees } of others)
    await test.step(`the guide of ${world} leads through its sample change, too`, async () => {
      await window.getByRole('button', { name: /^Workspace .*: switch$/ }).click();
      await window.getByRole('menuitem', { name: 'Close, open another workspace…' }).click();
      await window.getByRole('button', { name: `open ${world}` }).click();
      await synced(window);
      await guide.getByRole('button', { name: go }).click();
      await sample(window);
      await guide.getByRole('button', { name: 'See the plan' }).click();
      await expect(window.getByRole('button', { name: /^Apply/ })).toBeVisible();
      await expect(window.getByRole('main')).toContainText(sees);
      await guide.getByRole('button', { name: 'Take it back' }).click();
      await expect(tray(window)).toContainText('Nothing staged');
      await expect(window.getByText('That is all there is to it')).toBeVisible();
    });
  await quit();
});
