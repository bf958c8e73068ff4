import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { projectRoot } from '../../../scripts/project-root';

/** A source file: its path from the project's folder, its text, and what it imports, as paths or package names. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

const folders = ['src-shared', 'src-main', 'src-renderer', 'tests', 'scripts'] as const;
const sources = /\.(?:tsx?|mjs|css)$/;
const aliases: Readonly<Record<string, string>> = {
  '@shared': 'src-shared',
  '@main': 'src-main',
  '@renderer': 'src-renderer',
};
const imports =
  /(?:^|\n)[ \t]*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)[ \t]*composes:[^;]*?\bfrom "([^"]+)"/g;

/** Every source of the project, with its imports resolved; type imports count like others. */
export function readSources(): readonly SourceFile[] {
  const configs = readdirSync(projectRoot).filter((name) => name.endsWith('.config.ts'));
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path).replaceAll('\\', '/'))
      .filter((path) => sources.test(path)),
  );
  const paths = [...inFolders, ...configs];
  const known: ReadonlySet<string> = new Set(paths);
  return paths.map((path) => readSource(path, readFileSync(join(projectRoot, path), 'utf8'), known));
}

/** Reads one file. `known` holds the paths of all files. */
export function readSource(path: string, text: string, known: ReadonlySet<string>): SourceFile {
  const specifiers = [...text.matchAll(imports)].map(
    (match) => match.slice(1).find((specifier) => specifier !== undefined) ?? '',
  );
  const targets = specifiers.map((specifier) => ({ specifier, file: fileOf(specifier, path) }));
  return {
    path,
    lines: text.split('\n').length - 1,
    files: targets.flatMap(({ file }) => (file === null ? [] : [resolve(file, known)])),
    packages: targets.flatMap(({ specifier, file }) => (file === null ? [packageOf(specifier)] : [])),
  };
}

/** The path that a specifier stands for, perhaps without its extension; null for a package. */
function fileOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
  const [first = '', ...rest] = specifier.split('/');
  const folder = aliases[first];
  return folder === undefined ? null : [folder, ...rest].join('/');
}

/** With its extension where such a file exists; whether it does is the compiler's to say. */
function resolve(file: string, known: ReadonlySet<string>): string {
  return [file, `${file}.ts`, `${file}.tsx`].find((path) => known.has(path)) ?? file;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
