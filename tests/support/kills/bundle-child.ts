import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The child as one file, so that it starts as quickly as the packaged app does; its path. */
export async function bundleChild(): Promise<string> {
  const outDir = here('../../../node_modules/.cache/tenantry-kill');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': here('../../../src-shared'), '@main': here('../../../src-main') } },
    ssr: { noExternal: true, external: ['@signalapp/sqlcipher'] },
    build: { ssr: here('./kill-child.ts'), outDir, target: 'node20', minify: false },
  });
  return `${outDir}/kill-child.js`;
}
