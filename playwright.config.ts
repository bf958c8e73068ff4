import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  reporter: [['line'], ['./tests/e2e/support/tidy-folders.ts']],
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Journeys of one to two minutes, on machines that may have something else to do.
  timeout: 600_000,
  expect: { timeout: 30_000 },
});
