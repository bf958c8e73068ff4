import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BuiltCli {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * The command line as one file: it starts in a tenth of the time that its sources take, and tests start it many times.
 * It lies under `node_modules`, where the native SQLite is found.
 */
export async function buildCli(): Promise<BuiltCli> {
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'tenantry-cli-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src-shared'), '@main': join(root, 'src-main') } },
    build: {
      ssr: 'src-main/cli/cli.ts',
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
    ssr: { noExternal: true, external: ['@signalapp/sqlcipher'] },
  });
  return { path: join(outDir, 'cli.mjs'), remove: () => rm(outDir, { recursive: true, force: true }) };
}
