import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noteBundled } from './scripts/bundled-packages';
import { oneCatalog } from './scripts/one-catalog';
import { pageGroups, preloadStart } from './scripts/page-files';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const resolve = {
  alias: { '@shared': here('src-shared'), '@main': here('src-main'), '@renderer': here('src-renderer') },
};

/** Native, so it stays a package of its own beside the bundle; everything else is bundled. */
const native = ['@signalapp/sqlcipher'];

/** Fflate's own build for Node declares a \`require\`, as a chunk of the bundler does: together they do not parse. */
const zip = { fflate: here('node_modules/fflate/esm/browser.js') };

export default defineConfig(({ command }) => ({
  main: {
    resolve: { alias: { ...resolve.alias, ...zip } },
    plugins: [noteBundled('main'), oneCatalog()],
    build: {
      target: 'node20',
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        external: native,
        input: {
          main: here('src-main/main.ts'),
          'engine-entry': here('src-main/shell/engine-entry.ts'),
          'sandbox-entry': here('src-main/shell/sandbox-entry.ts'),
          // For Node: the service of end-to-end tests, here and in other projects (docs/qa.md).
          'sandbox-cli': here('src-main/sandbox/cli.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve,
    plugins: [noteBundled('preload')],
    build: {
      target: 'node20',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: here('src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    resolve,
    plugins: [react(), noteBundled('renderer'), oneCatalog(), preloadStart()],
    // For `npm run dev` only: see `src-main/shell/page/dev-page.ts`.
    html: command === 'serve' ? { cspNonce: 'development' } : {},
    build: {
      target: 'chrome130',
      outDir: here('out/renderer'),
      minify: true,
      // Read from disk, not over a network.
      chunkSizeWarningLimit: 1_000,
      // Maps lie beside for who reads a stack; no script names them, and no package holds them.
      sourcemap: 'hidden',
      // Files, not data: URIs and not the polyfill's fetch: the page's policy allows neither (docs/csp.md).
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: here('src-renderer/index.html'),
        output: { codeSplitting: { groups: pageGroups } },
      },
    },
  },
}));
