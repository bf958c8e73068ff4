import { relative } from 'node:path';
import { build, mergeConfig, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { cliBuild } from '../../scripts/bundle-cli';
import { projectRoot } from '../../scripts/project-root';

/**
 * What takes long to load, and no help needs: it is imported by the command that does. `decoded-meta` loads nothing, and the bundler puts it
 * where it fits.
 */
const heavy =
  /^(?:node_modules\/(?:rxdb|rxjs|mingo|undici|hono|@faker-js|read-excel-file)|src-main\/(?:store\/(?!decoded-meta)|sync|reconcile\/(?!four-eyes)|identity|fleet|findings|sandbox\/(?!sandbox-flags))|src-main\/engine\/open-engine)/;

test('the command line loads neither engine, database nor network before a command needs them', async () => {
  const split = mergeConfig(cliBuild('unused'), {
    build: { write: false, rollupOptions: { output: { codeSplitting: true, minify: false } } },
  });
  const { output } = (await build(split)) as Rollup.RollupOutput;
  const chunks = new Map(
    output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk]] : [])),
  );
  const atStart = new Set<Rollup.OutputChunk>();
  const visit = (chunk: Rollup.OutputChunk | undefined): void => {
    if (chunk === undefined || atStart.has(chunk)) return;
    atStart.add(chunk);
    for (const name of chunk.imports) visit(chunks.get(name));
  };
  visit([...chunks.values()].find(({ isEntry }) => isEntry));
  const loaded = [...atStart].flatMap(({ modules }) =>
    Object.entries(modules)
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([path]) => relative(projectRoot, path)),
  );
  expect(loaded).toContain('src-main/cli/cli.ts');
  expect(loaded.filter((path) => heavy.test(path))).toEqual([]);
});
