import { expect, test } from '@playwright/test';
import { goTo, synced } from './support/connect';
import { tray } from './support/edits';
import { launchApp } from './support/launch-app';

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
  await quit();
});
