import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../scripts/project-root';
import { readSources } from './support/layers/read-sources';

/** A path from the project's folder, as docs and comments quote it; `*` and `…` stand for any. */
const whole = /(?<![\w/.@-])(?:src-(?:main|renderer|shared)|tests|docs|scripts|resources)\/[\w./-]*\w/g;
/** The same from within a layer: `store/maintenance`. Quoted, so that it is no path of an API. */
const part =
  /`((?:store|sync|shell|engine|identity|audit|reconcile|sandbox|workspace|cli|screens|ui|state|app|domain|contract|models|kinds|rules)\/[a-z][\w./-]*)`/g;

const sources = readSources().map(({ path }) => path);
const docs = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
  readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
);

const comment = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm;

function quoted(path: string): readonly string[] {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  const told = path.endsWith('.md') ? text : (text.match(comment) ?? []).join('\n');
  const parts = [...told.matchAll(part)].map((match) => match[1] ?? '');
  return [...(told.match(whole) ?? []).filter((name) => !/[*…<{]/.test(name)), ...parts];
}

const found = (name: string): boolean =>
  existsSync(join(projectRoot, name)) ||
  sources.some(
    (path) =>
      path.includes(`/${name}.`) ||
      path.includes(`/${name}/`) ||
      path.endsWith(`/${name}`) ||
      path.startsWith(`${name}.`) ||
      path.startsWith(`${name}/`),
  );

it('every path that docs and comments quote is there', () => {
  const missing = [...docs, ...sources.filter((path) => /\.tsx?$/.test(path))].flatMap((path) =>
    quoted(path)
      .filter((name) => !found(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});
