import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './support/launch-app';

test('the built app opens its window on its own scheme and offers a sandbox', async () => {
  const { window, userData, quit } = await launchApp();
  expect(window.url()).toMatch(/^app:\/\/tenantry\//);
  await expect(window).toHaveTitle(/Tenantry/);
  await expect(window.getByRole('button').first()).toBeVisible();
  // Main answers for each file: it was 130 of them once, and that was a third of a start.
  const files = window.locator('script[src], link[rel="modulepreload"], link[rel="stylesheet"]');
  expect(await files.count()).toBeLessThan(25);
  await quit();
  // The next start compiles none of them again.
  const compiled = join(userData, 'Code Cache', 'js');
  const sizes = (await readdir(compiled)).map(async (name) => (await stat(join(compiled, name))).size);
  expect(Math.max(...(await Promise.all(sizes)))).toBeGreaterThan(50_000);
});
