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
}
