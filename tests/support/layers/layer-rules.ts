/** What the files of one layer may import, beside each other. Paths are prefixes; `*` stands for any package. */
export interface LayerRule {
  /** Folder, or one file. */
  readonly layer: string;
  readonly files: readonly string[];
  /** Names of packages; `node:` stands for all of Node's own. */
  readonly packages: readonly string[];
}

const shared = 'src-shared';
const react = ['react', '@mantine/core', '@mantine/hooks', 'lucide-react'] as const;

/** The design's "who may import whom", layer by layer. A file in no layer is not allowed. */
export const layerRules: readonly LayerRule[] = [
  // The contract stands above the domain, never the other way.
  { layer: `${shared}/contract`, files: [shared], packages: ['zod'] },
  {
    layer: `${shared}/domain`,
    files: ['assert-never', 'gather', 'language'].map((name) => `${shared}/${name}`),
    packages: ['zod'],
  },
  { layer: `${shared}/language`, files: [`${shared}/gather`], packages: ['zod', 'intl-messageformat'] },
  { layer: shared, files: [], packages: ['zod'] },

  { layer: 'src-main/main.ts', files: ['src-main/shell'], packages: ['node:'] },
  {
    layer: 'src-main/preload',
    files: [`${shared}/contract/shell`, 'src-main/shell/ipc/channels'],
    packages: ['electron'],
  },
  {
    layer: 'src-main/shell',
    files: [
      shared,
      ...['doctor', 'engine', 'sandbox', 'updates', 'workspace'].map((name) => `src-main/${name}`),
    ],
    packages: ['electron', 'electron-log', 'node:', 'zod'],
  },
  {
    // What can be wrong with a workspace, for window and command line alike.
    layer: 'src-main/doctor',
    files: [shared, 'src-main/engine', 'src-main/workspace'],
    packages: ['node:', 'fflate'],
  },
  {
    layer: 'src-main/engine',
    files: [
      'store',
      'sync',
      'reconcile',
      'audit',
      'access',
      'books',
      'desk',
      'export',
      'find',
      'findings',
      'fleet',
      'import',
      'snapshot',
      'identity',
      'reviews',
      'overview',
    ]
      .map((name) => `src-main/${name}`)
      .concat(shared, 'src-main/workspace/pools/copied-at', 'src-main/workspace/named-file'),
    packages: ['node:', 'zod', 'rxjs'],
  },
  {
    layer: 'src-main/store',
    files: [shared],
    packages: ['rxdb', 'rxjs', '@signalapp/sqlcipher', 'node:', 'zod'],
  },
  // Both speak to the service through one port.
  ...['src-main/sync', 'src-main/reconcile'].map((layer) => ({
    layer,
    files: [shared, 'src-main/store', 'src-main/books', 'src-main/identity/identity-port'],
    packages: ['node:', 'zod'],
  })),
  {
    layer: 'src-main/fleet',
    files: [shared, 'src-main/store', 'src-main/books'],
    packages: ['node:', 'zod'],
  },
  { layer: 'src-main/desk', files: [shared, 'src-main/store'], packages: ['node:', 'zod'] },
  { layer: 'src-main/books', files: [shared, 'src-main/store'], packages: ['zod'] },
  {
    layer: 'src-main/findings',
    files: [shared, 'src-main/store', 'src-main/books'],
    packages: ['node:', 'zod'],
  },
  {
    layer: 'src-main/access',
    files: [shared, 'src-main/store', 'src-main/audit', 'src-main/books'],
    packages: ['node:timers'],
  },
  {
    // It signs with the key that change sets are signed with, and stages as an admin does.
    layer: 'src-main/reviews',
    files: [
      shared,
      ...['store', 'access', 'reconcile', 'export/encode-text', 'import/csv-rows'].map(
        (name) => `src-main/${name}`,
      ),
    ],
    packages: ['zod'],
  },
  {
    layer: 'src-main/export',
    files: [shared, 'src-main/store', 'src-main/audit', 'src-main/workspace/named-file'],
    packages: ['csv-stringify', 'fflate', 'node:'],
  },
  {
    layer: 'src-main/import',
    files: [shared, 'src-main/store', 'src-main/export/encode-text'],
    packages: ['csv-parse', 'read-excel-file', 'fflate', 'node:', 'zod'],
  },
  { layer: 'src-main/audit', files: [shared, 'src-main/store'], packages: ['node:', 'zod'] },
  {
    layer: 'src-main/overview',
    files: [shared, 'src-main/store', 'src-main/books', 'src-main/audit'],
    packages: ['zod'],
  },

  { layer: 'src-main/snapshot', files: [shared, 'src-main/store'], packages: ['node:'] },
  {
    // It makes a world for the sandbox out of a copy: the one place that knows both.
    layer: 'src-main/twin',
    files: [
      shared,
      'src-main/store',
      'src-main/sandbox',
      'src-main/export/pseudonym-hash',
      'src-main/workspace',
    ],
    packages: ['node:'],
  },
  {
    // Headless, for the shell and the command line: `fetch`, the folder and the machine are passed in.
    layer: 'src-main/updates',
    files: [
      shared,
      'src-main/workspace/write-file-atomic',
      'src-main/workspace/disk-failure',
      'src-main/identity/network-failure',
    ],
    packages: ['node:', 'zod', 'yaml', 'electron-updater'],
  },
  { layer: 'src-main/find', files: [shared, 'src-main/store'], packages: [] },
  { layer: 'src-main/identity', files: [shared], packages: ['node:', 'zod'] },
  { layer: 'src-main/workspace', files: [shared], packages: ['node:', 'zod'] },
  {
    layer: 'src-main/cli',
    files: [
      shared,
      // Its version.
      'package.json',
      ...[
        'doctor',
        'engine',
        'workspace',
        'sandbox',
        'twin',
        'updates',
        'reviews/fleet/told-fleet-review',
        'reviews/read-decisions',
      ].map((name) => `src-main/${name}`),
    ],
    packages: ['commander', 'undici', 'node:', 'zod'],
  },
  {
    // It stands for the service: what both sides shared, both would get wrong alike.
    layer: 'src-main/sandbox',
    files: [],
    packages: [
      '@signalapp/sqlcipher',
      '@faker-js/faker',
      '@hono/node-server',
      'hono',
      'commander',
      'node:',
      'zod',
    ],
  },

  { layer: 'src-renderer/bridge', files: [shared], packages: ['react', 'zod'] },
  {
    layer: 'src-renderer/drafts',
    files: [shared, 'src-renderer/bridge'],
    packages: ['react', 'dexie', 'zod'],
  },
  {
    layer: 'src-renderer/ui',
    files: [shared],
    packages: [...react, 'react-dom', '@tanstack/react-virtual', 'd3-scale', 'd3-shape'],
  },
  { layer: 'src-renderer/fields', files: [shared, 'src-renderer/ui'], packages: [...react] },
  {
    layer: 'src-renderer/state',
    files: [shared, ...['bridge', 'drafts', 'ui'].map((name) => `src-renderer/${name}`)],
    packages: ['react', 'zustand', 'zod', '@mantine/core', '@mantine/notifications'],
  },
  {
    layer: 'src-renderer/screens',
    files: [shared, ...['bridge', 'drafts', 'ui', 'fields', 'state'].map((name) => `src-renderer/${name}`)],
    packages: [...react, 'zod', '@handlebars/parser', 'sms-segments-calculator'],
  },
  {
    layer: 'src-renderer/app',
    files: [shared, ...['bridge', 'drafts', 'ui', 'state', 'screens'].map((name) => `src-renderer/${name}`)],
    packages: [
      ...react,
      'react-dom',
      'zod',
      '@mantine/notifications',
      '@mantine/spotlight',
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
    ],
  },

  {
    layer: 'scripts',
    files: [
      ...['tests/e2e/support', 'tests/support'],
      ...['src-main/updates', 'src-main/cli/run-by-npm', 'src-shared/language/catalog-of'],
    ],
    packages: ['*'],
  },
  { layer: 'tests', files: ['src-', 'scripts', 'resources/better-auth'], packages: ['*'] },
  ...['electron.vite', 'playwright', 'vitest'].map((name) => ({
    layer: `${name}.config.ts`,
    files: [
      ...['scripts/bundled-packages', 'scripts/one-catalog', 'scripts/page-files'],
      'tests/support/cheap-passphrases',
    ],
    packages: ['*'],
  })),
];
