import { defineConfig } from '@playwright/test';

/**
 * Journeys that need something of the machine to themselves: the clipboard, the built files, processes seen from outside. `npm test`
 * runs them behind the others (`scripts/checks/run-playwright.ts`).
 */
const alone = ['keyboard', 'leaving', 'locked-window', 'one-holder', 'packaged', 'secrets', 'working'].map(
  (name) => `**/${name}.spec.ts`,
);

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  projects: [
    { name: 'side-by-side', testIgnore: alone, outputDir: 'test-results/side-by-side' },
    { name: 'alone', testMatch: alone, outputDir: 'test-results/alone', workers: 1 },
  ],
  reporter: [['line'], ['./tests/e2e/support/tidy-folders.ts']],
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // Journeys of one to two minutes, on machines that may have something else to do.
  timeout: 600_000,
  expect: { timeout: 30_000 },
});
