import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A child of `tests/support` (`kills/kill-child`) as one file, so that it starts as quickly as the packaged app does; its path. */
export async function bundleChild(child: string): Promise<string> {
  const outDir = here(`../../../node_modules/.cache/tenantry-${basename(child)}`);
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': here('../../../src-shared'), '@main': here('../../../src-main') } },
    ssr: { noExternal: true, external: ['@signalapp/sqlcipher'] },
    build: { ssr: here(`../${child}.ts`), outDir, target: 'node20', minify: false },
  });
  return `${outDir}/${basename(child)}.js`;
}
