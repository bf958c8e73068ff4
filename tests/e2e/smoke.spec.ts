import { expect, test } from '@playwright/test';
import { launchApp } from './support/launch-app';

test('the built app opens its window on its own scheme and offers a sandbox', async () => {
  const { window, quit } = await launchApp();
  expect(window.url()).toMatch(/^app:\/\/tenantry\//);
  await expect(window).toHaveTitle(/Tenantry/);
  await expect(window.getByRole('button').first()).toBeVisible();
  await quit();
});
