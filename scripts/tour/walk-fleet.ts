import type { Page } from '@playwright/test';
import { goTo } from '../../tests/e2e/support/connect';
import type { Album } from './album';

/** The fleet compared by one group of settings, and one policy staged for all of it. */
export async function walkFleet(window: Page, album: Album): Promise<void> {
  await album.attempt('Compare policies', async () => {
    await goTo(window, 'Applications');
    await window.getByRole('button', { name: /^Filter by policy/ }).click();
    await window.getByRole('menuitemradio', { name: 'Second factor' }).click();
    await album.take('Campus: compare policies');
  });
  await album.attempt('Set a policy', async () => {
    await window.getByRole('grid').getByRole('checkbox', { name: 'Select all rows' }).click();
    await window.getByRole('button', { name: 'Set a policy…' }).click();
    await window.getByRole('combobox', { name: 'Setting' }).selectOption({ label: 'Second factor required' });
    await window.getByRole('combobox', { name: 'New value' }).selectOption('on');
    await album.take('Campus: set a policy');
    await window.getByRole('button', { name: /^Stage \d+ changes$/ }).click();
    await album.take('Campus: a policy is staged');
  });
  await album.attempt('Hold the fleet to a baseline', async () => {
    await goTo(window, 'Baseline');
    await album.take('Campus: no baseline yet');
    await window.getByRole('button', { name: 'New baseline…' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Golden config');
    await dialog.getByRole('combobox', { name: 'Take settings from' }).fill('Ashford');
    await window.getByRole('option', { name: /^Ashford/ }).click();
    await dialog.getByRole('combobox', { name: 'Groups of settings' }).click();
    for (const name of ['Passwords', 'Second factor', 'Attack protection'])
      await window.getByRole('option', { name, exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).click();
    await album.take('Campus: a new baseline');
    await dialog.getByRole('button', { name: 'Make the baseline' }).click();
    await album.take('Campus: the fleet and its baseline');
    await window.getByRole('gridcell').filter({ hasText: 'Differs' }).first().click();
    await album.take('Campus: three values of one setting');
    await window.keyboard.press('Escape');
    await window.getByRole('grid').getByRole('checkbox', { name: 'Select all rows' }).click();
    await window.getByRole('button', { name: 'Bring to baseline…' }).click();
    await album.take('Campus: bring to the baseline');
    await window.keyboard.press('Escape');
    await window
      .getByRole('radiogroup', { name: 'What of the fleet is shown' })
      .getByText('Baselines and groups')
      .click();
    await album.take('Campus: baselines and groups');
  });
  await album.attempt('Copy pools', async () => {
    await goTo(window, 'Find a person');
    await window.getByRole('tab', { name: 'Copies' }).click();
    await window.getByRole('button', { name: /^Copy \d+ pools without a copy/ }).click();
    await album.take('Campus: copy pools');
    await window.keyboard.press('Escape');
    await album.take('Campus: copies of pools');
  });
}
