import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../project-root';

/** What stays a package beside the kit: what is native, and the runner, of which there is one in a project. */
export const besideKit = ['@playwright/test', '@signalapp/sqlcipher', '@electron-internal/extract-zip'];

/** Bundles the kit, and what prepares its workspaces, into a folder, as ES modules for Node. */
export async function buildKit(outDir: string): Promise<void> {
  const source = (path: string): string => join(projectRoot, path);
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': source('src-shared'), '@main': source('src-main') } },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: {
        // Electron's own `fs`, which a package asks for inside of Electron only.
        external: ['original-fs'],
        input: {
          qa: source('tests/qa-kit/qa.ts'),
          prepare: source('tests/qa-kit/prepare/prepare-child.ts'),
        },
        // All in one folder: the kit finds the package by its own place (`project-root.ts`).
        output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: besideKit },
  });
}
