import type { Page } from '@playwright/test';
import type { Album } from './album';

/** Every screen that the rail offers, as it opens, and with its first record in the inspector where it has a table. */
export async function walkRail(window: Page, album: Album, world: string): Promise<void> {
  const links = window.getByRole('navigation', { name: 'Screens' }).getByRole('link');
  const titles = await links.evaluateAll((items) =>
    items.map((item) => item.querySelector('span')?.textContent ?? item.textContent ?? ''),
  );
  for (const [index, title] of titles.entries()) {
    await album.attempt(title, async () => {
      await links.nth(index).click();
      await window.getByRole('main', { name: title }).waitFor();
      await album.take(`${world}: ${title}`);
      await inspectFirst(window, album, `${world}: ${title}`);
    });
  }
}

async function inspectFirst(window: Page, album: Album, title: string): Promise<void> {
  const row = window.getByRole('grid').getByRole('row').nth(1);
  if (!(await row.isVisible())) return;
  await row.click();
  const inspector = window.locator('[data-inspector]');
  if (!(await inspector.isVisible())) return;
  await album.take(`${title}: inspector`);
  const page = inspector.getByRole('button', { name: 'Open page' });
  if (await page.isVisible()) {
    await page.click();
    await window.getByRole('tab').first().waitFor();
    for (const tab of await window.getByRole('tab').all()) {
      await tab.click();
      const name = ((await tab.textContent()) ?? '').replace(/[\d,]+$/, '');
      await album.take(`${title}: page, ${name}`);
    }
    return;
  }
  await window.keyboard.press('Escape');
}
