import { expect, test } from '@playwright/test';
import { launchApp } from './support/launch-app';

test('the built app opens its window on its own scheme and offers a sandbox', async () => {
  const { window, quit } = await launchApp();
  expect(window.url()).toMatch(/^app:\/\/tenantry\//);
  await expect(window).toHaveTitle(/Tenantry/);
  await expect(window.getByRole('button').first()).toBeVisible();
  // Main answers for each file: it was 130 of them once, and that was a third of a start.
  const files = window.locator('script[src], link[rel="modulepreload"], link[rel="stylesheet"]');
  expect(await files.count()).toBeLessThan(25);
  await quit();
});
