import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests that open databases: RxDB keeps state of its own in its module, and counts what is open in a process. */
const withDatabases = [
  'audit',
  'books',
  'cli',
  'engine',
  'isolation',
  'reconcile',
  'store',
  'sync',
  'workspace',
  'contracts/rx-storage',
].map((folder) => `tests/${folder}/**/*.test.ts`);

/** Each in modules of its own: those with databases, and those whose texts are made in German. */
const apart = [...withDatabases, 'tests/**/*in-german.test.ts'];
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
    // What holds no such state shares a process with its neighbours: modules are loaded once, not once in each file.
    projects: [
      { extends: true, test: { name: 'databases', include: apart } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, ...apart],
          isolate: false,
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
