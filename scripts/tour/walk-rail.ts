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

/** A table that is filtered by conditions and counted by a field, and the palette over it. */
export async function walkFilters(window: Page, album: Album, world: string): Promise<void> {
  const show = (hash: string): Promise<void> =>
    window.evaluate((to) => {
      location.hash = to;
    }, hash);
  await album.attempt('Filters', async () => {
    const where =
      'lastSignInAt not in last 60d and not (twoFactorEnabled=true or publicMetadata.locale_hint exists)';
    await show(`#/people?where=${encodeURIComponent(where)}`);
    await window.getByText('Not signed in for 60 days').waitFor();
    await window.getByRole('button', { name: 'More filters' }).click();
    await window.getByRole('dialog', { name: 'More filters' }).waitFor();
    await album.take(`${world}: People, conditions`);
    await window.keyboard.press('Escape');
    await show('#/memberships?group=role');
    await window.getByRole('region', { name: 'memberships by Role' }).waitFor();
    await album.take(`${world}: Memberships by role`);
    await window.keyboard.press('Control+k');
    await window.getByRole('textbox', { name: /^Search organizations/ }).fill('admn');
    await window.getByRole('dialog').getByRole('button').first().waitFor();
    await album.take(`${world}: Palette, a slip of a key`);
    await window.keyboard.press('Escape');
  });
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
