import { defineConfig } from 'vitest/config';

/** Runs the trials beside it as a run of the tests does. */
export default defineConfig({
  test: {
    include: ['tests/support/folders/trial/*.trial.ts'],
    globalSetup: ['tests/support/folders/run-folder.ts'],
    setupFiles: ['tests/support/folders/own-folder.ts'],
    pool: 'forks',
  },
});
