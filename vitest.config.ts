import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { cheapPassphrases } from './tests/support/cheap-passphrases';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Each in modules of its own: what a passphrase costs in the package, those of RxDB itself, one that stands in for the browser, and those in German. */
const apart = [
  'tests/workspace/vault.test.ts',
  'tests/contracts/rx-storage/**/*.test.ts',
  'tests/engine/old-window.test.ts',
  'tests/**/*in-german.test.ts',
];
const exclude = ['tests/e2e/**', 'node_modules/**'];

export default defineConfig({
  resolve: {
    alias: {
      '@shared': here('./src-shared'),
      '@main': here('./src-main'),
      '@renderer': here('./src-renderer'),
      // RxDB's exported test suites import these, and its package does not bring them along.
      'async-test-util': here('./tests/support/rxdb-suites/async-test-util.ts'),
      clone: here('./tests/support/rxdb-suites/clone.ts'),
    },
  },
  test: {
    exclude,
    // All others share a process with their neighbours: modules are loaded once, not once in each file.
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      {
        extends: true,
        plugins: [cheapPassphrases],
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, ...apart],
          isolate: false,
          setupFiles: ['tests/support/left-open.ts'],
        },
      },
    ],
    environment: 'node',
    server: { deps: { inline: [/rxdb[\\/]dist[\\/]esm[\\/]plugins[\\/]test-utils/] } },
    // A run tidies up after itself.
    globalSetup: ['tests/support/folders/run-folder.ts'],
    setupFiles: ['tests/support/folders/own-folder.ts'],
    pool: 'forks',
    // One more than the two cores of the usual machine: many a test waits for a service, a clock or a process.
    maxWorkers: 3,
    // Nothing here waits for long of itself: this is for a machine with other things to do.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
