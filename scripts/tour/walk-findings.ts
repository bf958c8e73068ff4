import type { Page } from '@playwright/test';
import { goTo } from '../../tests/e2e/support/connect';
import type { Album } from './album';

/** The first check that found something: whom it hits, and how somebody answers for it; then a check of one's own. */
export async function walkFindings(window: Page, album: Album, world: string): Promise<void> {
  await album.attempt(`Findings of ${world}`, async () => {
    await goTo(window, 'Findings');
    const found = window.getByRole('region', { name: 'Found', exact: true });
    await found.getByRole('button').first().click();
    const inspector = window.locator('[data-inspector]');
    await inspector.getByRole('listitem').first().waitFor();
    await album.take(`${world}: a finding`);
    await inspector
      .getByRole('button', { name: /^Accept… ./ })
      .first()
      .click();
    await album.take(`${world}: a finding is accepted`);
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: 'New check…' }).click();
    await album.take(`${world}: a check of one's own`);
    await window.keyboard.press('Escape');
  });
}
