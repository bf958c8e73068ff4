import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../scripts/project-root';
import { partsOf, type Syntax, syntaxOf } from '../../scripts/words/syntax';
import { readSources } from '../support/layers/read-sources';

/** What a process loads before it knows what is spoken: what these import, and what that imports. */
const entries = [
  'src-main/import/table-worker.ts',
  'src-main/main.ts',
  'src-main/preload/preload.ts',
  'src-main/shell/engine-entry.ts',
  'src-renderer/app/main.tsx',
];
const known = new Map(readSources().map(({ path }) => [path, path]));
const aliases: Readonly<Record<string, string>> = {
  '@main': 'src-main',
  '@renderer': 'src-renderer',
  '@shared': 'src-shared',
};

function fileOf(specifier: string, from: string): string | undefined {
  const [first = '', ...rest] = specifier.split('/');
  const path = specifier.startsWith('.')
    ? normalize(join(dirname(from), specifier)).replaceAll('\\', '/')
    : [aliases[first] ?? first, ...rest].join('/');
  return known.get(`${path}.ts`) ?? known.get(`${path}.tsx`);
}

/** What a module imports at once, types aside, and the texts that it says as it is loaded. */
function looked(path: string): { readonly imports: readonly string[]; readonly said: readonly string[] } {
  const source = readFileSync(join(projectRoot, path), 'utf8');
  const imports: string[] = [];
  const said: string[] = [];
  const look = (node: Syntax): void => {
    const from = /^(?:Import|Export\w+)Declaration$/.test(node.type) ? (node.source as Syntax | null) : null;
    if (from && node.importKind !== 'type' && node.exportKind !== 'type') imports.push(String(from.value));
    if (/Function/.test(node.type)) return;
    const name = node.type === 'CallExpression' ? (node.callee as Syntax).name : null;
    if (name === 't' || name === 'inSense' || name === 'rich') said.push(source.slice(node.start, node.end));
    for (const part of partsOf(node)) look(part);
  };
  look(syntaxOf(path, source));
  return { imports, said };
}

it.each(entries)('what %s loads before it knows the language says nothing as it is loaded', (entry) => {
  const seen = new Set([entry]);
  const found: string[] = [];
  for (const path of seen) {
    const { imports, said } = looked(path);
    found.push(...said.map((text) => `${path}: ${text}`));
    for (const specifier of imports) {
      const file = fileOf(specifier, path);
      if (file !== undefined) seen.add(file);
    }
  }
  expect(seen.size).toBeGreaterThan(1);
  expect(found).toEqual([]);
});
