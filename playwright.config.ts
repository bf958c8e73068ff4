import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  reporter: [['line'], ['./tests/e2e/support/tidy-folders.ts']],
  // Journeys wait more than they work; a file stays with one worker, and each journey has a profile and a service of its own.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // Journeys of one to two minutes, on machines that may have something else to do.
  timeout: 600_000,
  expect: { timeout: 30_000 },
});
