import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../scripts/project-root';

const renderer = join(projectRoot, 'src-renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.module.css'))
  .map((path) => join(renderer, path));

interface Rule {
  readonly classes: readonly string[];
  readonly composed: readonly { readonly name: string; readonly file: string }[];
  readonly properties: readonly string[];
}

const pathOf = (from: string, file: string): string =>
  from.startsWith('@renderer/')
    ? join(renderer, from.slice('@renderer/'.length))
    : resolve(dirname(file), from);

/** The rules of a stylesheet that mean nothing but classes, also those within `@media`. */
function rulesOf(file: string): readonly Rule[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
    const selectors = selector.split(',').map((part) => part.trim());
    if (!selectors.every((part) => /^\.[\w-]+$/.test(part))) return [];
    const lines = body.split(';').map((line) => line.trim());
    return {
      classes: selectors.map((part) => part.slice(1)),
      composed: lines.flatMap((line) => {
        const [, names = '', from] = /^composes:\s*([\w\s-]+?)(?:\s+from\s+"([^"]+)")?$/.exec(line) ?? [];
        const target = from === undefined ? file : pathOf(from, file);
        return names.split(/\s+/).flatMap((name) => (name === '' ? [] : { name, file: target }));
      }),
      properties: lines
        .flatMap((line) => /^([a-z-]+):/.exec(line)?.[1] ?? [])
        .filter((name) => name !== 'composes'),
    };
  });
}

/** Whether a class has looks only in a state (`.name[data-staged]`): those win over a plain class wherever they stand. */
const isOfStates = (file: string, name: string): boolean =>
  readFileSync(file, 'utf8').includes(`\n.${name}[`);

/** Properties that a class sets by what it composes; null for a class that is nowhere. */
function composedBy(file: string, name: string): readonly string[] | null {
  const own = rulesOf(file).filter(({ classes }) => classes.includes(name));
  if (own.length === 0) return isOfStates(file, name) ? [] : null;
  return own.flatMap(({ composed, properties }) => [
    ...properties,
    ...composed.flatMap((each) => composedBy(each.file, each.name) ?? []),
  ]);
}

it('a class composes what there is, and never sets it anew: which won would hang on the order of loading', () => {
  const faults = files.flatMap((file) => {
    const rules = rulesOf(file);
    return rules.flatMap(({ classes, composed }) =>
      composed.flatMap(({ name, file: from }) => {
        const taken = composedBy(from, name);
        if (taken === null) return [`${file}: no ${name} in ${from}`];
        const set = rules
          .filter((rule) => rule.classes.some((each) => classes.includes(each)))
          .flatMap(({ properties }) => properties);
        return taken
          .filter((property) => set.includes(property))
          .map((property) => `${file}: ${classes} ${property}`);
      }),
    );
  });
  expect(faults).toEqual([]);
});

it('a variable that a look refers to exists: one that does not is no look, unsaid', () => {
  const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:css|tsx?)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(renderer, path), 'utf8') }));
  const set = new Set(
    sources.flatMap(({ text }) =>
      [...text.matchAll(/(--[a-z][\w-]*)['"]?\s*[:\]]/g)].map(([, name]) => name),
    ),
  );
  const missing = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/var\((--(?!mantine-)[a-z][\w-]*)\s*\)/g)]
      .filter(([, name]) => !set.has(name))
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});
