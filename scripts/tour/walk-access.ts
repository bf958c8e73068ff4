import type { Page } from '@playwright/test';
import { goTo } from '../../tests/e2e/support/connect';
import type { Album } from './album';

/** What a person can do and why, and the history of what was applied: both are empty until something is chosen, or changed. */
export async function walkAccess(window: Page, album: Album, email: string): Promise<void> {
  await album.attempt('Access of a person', async () => {
    await goTo(window, 'People');
    await window.getByRole('textbox', { name: 'Filter people' }).fill(email);
    await window.getByRole('grid', { name: 'People' }).getByText(email).waitFor();
    await window.getByRole('grid').getByRole('row').nth(1).click();
    const inspector = window.locator('[data-inspector]');
    await inspector.getByRole('button', { name: 'What they can do' }).click();
    const places = window.getByRole('table', { name: /^What .+ can do$/ });
    await places.waitFor();
    await album.take('Access: what somebody can do');
    await places.getByRole('button', { name: /^Why/ }).first().click();
    await window.getByText('Nothing staged changes it.').waitFor();
    await album.take('Access: why');
  });
  await album.attempt('History of what was applied', async () => {
    await goTo(window, 'History');
    await window.getByRole('list', { name: 'History' }).getByRole('listitem').first().waitFor();
    await album.take('History: what was applied');
  });
}
