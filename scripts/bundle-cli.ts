import { join } from 'node:path';
import { build, type InlineConfig, mergeConfig, type Plugin } from 'vite';
import { projectRoot } from './project-root';

/** What the command line is called where it was built. */
export const cliFile = 'cli.mjs';

const driver = '@signalapp/sqlcipher';

/** The native driver stays a package, and is loaded by whoever opens a database: an `import` of it would be done at every start. */
const loadDriverLate: Plugin = {
  name: 'load-driver-late',
  enforce: 'pre',
  resolveId: (id) => (id === driver ? `\0${driver}` : null),
  load: (id) =>
    id === `\0${driver}`
      ? `import { createRequire } from 'node:module';
export default createRequire(import.meta.url)('${driver}').default;`
      : null,
};

/**
 * Builds the command line as one file, `cli.mjs` in `outDir`, for Node and for the app's main process. Of what it holds, only what the
 * asked command needs is run. Names are kept, so that a trace can be read.
 */
export async function bundleCli(outDir: string, plugins: readonly Plugin[] = []): Promise<string> {
  await build(mergeConfig(cliBuild(outDir), { plugins }));
  return join(outDir, cliFile);
}

/** Builds the thread of its own in which files are read, beside a command line that is not beside the app. */
export async function bundleTableWorker(outDir: string, plugins: readonly Plugin[] = []): Promise<void> {
  const { build: asBuilt, plugins: own = [], ...rest } = cliBuild(outDir);
  await build({
    ...rest,
    plugins: [...own, ...plugins],
    build: {
      ...asBuilt,
      ssr: 'src-main/import/table-worker.ts',
      rollupOptions: { output: { entryFileNames: 'table-worker.mjs', codeSplitting: false } },
    },
  });
}

/** How it is built. */
export function cliBuild(outDir: string): InlineConfig {
  return {
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    resolve: {
      alias: { '@shared': join(projectRoot, 'src-shared'), '@main': join(projectRoot, 'src-main') },
    },
    plugins: [loadDriverLate],
    ssr: { noExternal: true },
    build: {
      ssr: 'src-main/cli/cli.ts',
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        output: {
          entryFileNames: cliFile,
          codeSplitting: false,
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  };
}
