import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo } from './support/connect';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('every customer’s pages stand side by side, with how well each is read, and what is staged in them', async () => {
  const service = await startService(0.05, 'campus');
  const { window, quit } = await launchApp();
  await connect(window, service, 'Campus', 'Platforms');
  await goTo(window, 'Branding');
  const gallery = window.getByRole('listbox', { name: 'Branding of the applications' });
  const first = gallery.getByRole('option').first();
  // Light and dark, on a desktop and on a phone.
  await expect(first.getByRole('img')).toHaveCount(4);
  await expect(first).toContainText(/Light [\d.]+ (AAA|AA|large text only|unreadable)/);
  await expect(first).toContainText(/Dark [\d.]+ (AAA|AA|large text only|unreadable)/);

  await window.getByRole('button', { name: 'Filter by page: Sign-in' }).click();
  await window.getByRole('menuitemradio', { name: 'All pages' }).click();
  await expect(first.getByRole('img')).toHaveCount(20);
  const between = async (): Promise<number> => {
    const [one, below] = await Promise.all(
      [0, 2].map((at) => gallery.getByRole('option').nth(at).boundingBox()),
    );
    return one && below ? below.y - (one.y + one.height) : Number.NaN;
  };
  await expect.poll(between).toBeGreaterThanOrEqual(0);

  await first.click();
  const inspector = window.getByRole('complementary', { name: /^Inspector/ });
  await expect(inspector.getByRole('table')).toContainText('APCA');
  expect(await accessibilityFaults(window)).toEqual([]);
  await inspector.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await expect(window.getByRole('heading', { name: 'Applications' })).toBeVisible();
  await quit();
  await service.stop();
});
