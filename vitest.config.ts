import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

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
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    server: { deps: { inline: [/rxdb[\\/]dist[\\/]esm[\\/]plugins[\\/]test-utils/] } },
    // A run tidies up after itself.
    globalSetup: ['tests/support/folders/run-folder.ts'],
    setupFiles: ['tests/support/folders/own-folder.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
