import { describe, expect, it } from 'vitest';
import { findCycles, findForeignImports, findRoomCycles, findUnused } from './support/layers/check-layers';
import { layerRules } from './support/layers/layer-rules';
import { findMissingClasses } from './support/layers/missing-classes';
import { findForeignNodes, isInRange } from './support/layers/node-versions';
import { readSource, readSources, type SourceFile } from './support/layers/read-sources';
import { findTold } from './support/layers/told-apart';
import { findDeadScripts, findUndeclaredPackages, findUnusedPackages } from './support/layers/used-packages';

/** Most lines that a file may have. */
const mostLines = 300;

/** What is started by name rather than imported: entries of the build, scripts, configs, tests, ambient types. */
const entries =
  /^src-main\/(?:main|preload\/preload|import\/table-worker|shell\/(?:engine|sandbox)-entry|(?:cli|sandbox)\/cli|cli\/sandbox-cli)\.ts$|^src-renderer\/app\/main\.tsx$|^scripts\/[^/]+\.ts$|\.config\.ts$|\.(?:test|spec)\.ts$|\.d\.ts$|^tests\/bench\/[^/]+\.ts$|^scripts\/(?:runtime\/default-app\/main|package\/after-pack|icons\/rasterize)\.mjs$|^tests\/.*\/(?:hold-[a-z]+|[a-z]+-child)\.ts$|^tests\/e2e\/support\/tidy-folders\.ts$|^tests\/support\/left-open\.ts$|^tests\/support\/folders\/(?:(?:run|own)-folder|trial\/[a-z]+\.trial)\.ts$|^tests\/support\/rxdb-suites\//;

const sources = readSources();

describe('the layers', () => {
  it('hold: every import is one that the design allows', () => {
    expect(findForeignImports(sources, layerRules)).toEqual([]);
  });

  it('have no import cycle', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  it('have no cycle of rooms: of files and folders that stand in one folder', () => {
    expect(findRoomCycles(sources.filter(({ path }) => path.startsWith('src-')))).toEqual([]);
  });

  it(`have no file over ${mostLines} lines`, () => {
    const long = sources.filter(({ lines }) => lines > mostLines);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('tell entities apart in models, rules and adapters only', () => {
    expect(findTold(sources)).toEqual([]);
  });

  it('have no file that nothing uses', () => {
    expect(findUnused(sources, (path) => entries.test(path))).toEqual([]);
  });

  it('take no class from a stylesheet that does not have it', () => {
    const windows = sources.map(({ path }) => path).filter((path) => /^src-renderer\/.*\.tsx?$/.test(path));
    expect(findMissingClasses(windows)).toEqual([]);
  });

  it('use every package of package.json, and no other', () => {
    expect(findUnusedPackages(sources)).toEqual([]);
    expect(findUndeclaredPackages(sources)).toEqual([]);
  });

  it('take the Node that package.json asks for: npm warns of none', () => {
    expect(findForeignNodes()).toEqual([]);
    expect(isInRange([22, 12, 0], '^20.19.0 || ^22.13.0 || >=24.0.0')).toBe(false);
    expect(['>=22', '^22.12.0', '*', '18 || >= 20'].every((range) => isInRange([22, 12, 0], range))).toBe(
      true,
    );
  });

  it('have every file that an npm script starts', () => {
    expect(findDeadScripts()).toEqual([]);
  });
});

describe('the check of the layers', () => {
  const planted = (path: string, text: string): SourceFile =>
    readSource(path, text, new Set([...sources.map((source) => source.path), path]));

  it.each([
    ['electron in the engine', 'src-main/store/x.ts', "import { app } from 'electron';", 'electron'],
    [
      'electron on one line of many',
      'src-main/sync/x.ts',
      "import {\n  app,\n} from 'electron';",
      'electron',
    ],
    ['electron at run time', 'src-main/cli/x.ts', "const e = await import('electron');", 'electron'],
    ['a native module in the page', 'src-renderer/state/x.ts', "import 'node:fs';", 'node:fs'],
    [
      'the store in the page',
      'src-renderer/bridge/x.ts',
      "import '@main/store/store';",
      'src-main/store/store.ts',
    ],
    [
      'the shell in the engine',
      'src-main/engine/x.ts',
      "export * from '../shell/out-paths';",
      'src-main/shell/out-paths.ts',
    ],
    [
      'the app in the sandbox',
      'src-main/sandbox/x.ts',
      "import type { A } from '../store/store';",
      'src-main/store/store.ts',
    ],
    [
      'state in a part',
      'src-renderer/ui/x.tsx',
      "import '@renderer/state/route';",
      'src-renderer/state/route.ts',
    ],
    [
      'the contract in the domain',
      'src-shared/domain/rules/x.ts',
      "import '../../contract/plan';",
      'src-shared/contract/plan.ts',
    ],
    [
      'our ids in the sandbox',
      'src-main/sandbox/kit/x.ts',
      "import '@shared/domain/ids';",
      'src-shared/domain/ids.ts',
    ],
    ['a schema in the preload', 'src-main/preload/x.ts', "import { z } from 'zod';", 'zod'],
    ['RxDB beside the store', 'src-main/reconcile/x.ts', "import 'rxdb/plugins/core';", 'rxdb'],
  ])('finds %s', (_, path, text, target) => {
    expect(findForeignImports([planted(path, text)], layerRules)).toEqual([`${path} imports ${target}`]);
  });

  it('finds a folder that the design does not know', () => {
    expect(findForeignImports([planted('src-main/misc/x.ts', '')], layerRules)).toEqual([
      'src-main/misc/x.ts lies in no layer',
    ]);
  });

  it('finds a class that a stylesheet does not have', () => {
    const files: Readonly<Record<string, string>> = {
      'src-renderer/a/one.tsx': "import looks from './one.module.css';\nlooks.here; looks.gone;",
      'src-renderer/a/one.module.css': '.here {\n  color: red;\n}',
    };
    const read = (path: string): string => files[path] ?? '';
    expect(findMissingClasses(['src-renderer/a/one.tsx'], read)).toEqual(['src-renderer/a/one.tsx: gone']);
  });

  it('finds a cycle, and a file that nothing uses', () => {
    const file = (path: string, ...files: string[]): SourceFile => ({ path, files, packages: [], lines: 1 });
    const ring = [file('a', 'b'), file('b', 'c', 'd'), file('c', 'a'), file('d')];
    expect(findCycles(ring)).toEqual([['a', 'b', 'c']]);
    expect(findRoomCycles([file('r/a/x', 'r/b/x'), file('r/b/y', 'r/a/y'), file('r/c', 'r/a/x')])).toEqual([
      ['r', 'a', 'b'],
    ]);
    expect(findUnused([...ring, file('e', 'e')], (path) => path === 'a')).toEqual(['e']);
  });

  it('finds packages that are not declared, and misses those that nobody imports', () => {
    expect(findUndeclaredPackages([planted('scripts/x.ts', "import 'left-pad';")])).toEqual(['left-pad']);
    expect(findUnusedPackages([])).toContain('rxdb');
  });
});
