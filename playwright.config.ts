import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Chromium's start under Xvfb hangs once in a hundred launches; a test that fails twice fails.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
});
