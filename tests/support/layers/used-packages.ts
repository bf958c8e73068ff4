import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../scripts/project-root';
import type { SourceFile } from './read-sources';

const names = z.record(z.string(), z.string());
const Manifest = z.object({ scripts: names, dependencies: names, devDependencies: names });
const Installed = z.object({
  bin: z.union([z.string(), names]).optional(),
  peerDependencies: names.optional(),
});

/** Folders whose files run the commands of packages. */
const folders = ['scripts', 'tests'] as const;

/** The packages that package.json names and nothing uses: no import, no command, no types, no peer. */
export function findUnusedPackages(sources: readonly SourceFile[]): readonly string[] {
  const { scripts, dependencies, devDependencies } = Manifest.parse(readJson('package.json'));
  const imported = new Set(sources.flatMap(({ packages }) => packages));
  const peers = new Set([...imported].flatMap(peersOf));
  const words = new Set(Object.values(scripts).flatMap((script) => script.split(/\s+/)));
  const texts = folders.flatMap(readTexts);
  const runs = (command: string): boolean =>
    words.has(command) || texts.some((text) => text.includes(`'.bin', '${command}'`));
  return Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) =>
      !imported.has(name) && !peers.has(name) && !isTypesOf(name, imported) && !commandsOf(name).some(runs),
  );
}

/** Files that an npm script starts and that are not there, as `script: file`. */
export function findDeadScripts(): readonly string[] {
  const { scripts } = Manifest.parse(readJson('package.json'));
  return Object.entries(scripts).flatMap(([name, script]) =>
    script
      .split(/\s+/)
      .filter((word) => word.endsWith('.ts') && !existsSync(join(projectRoot, word)))
      .map((file) => `${name}: ${file}`),
  );
}

/** Packages that are imported and that package.json does not name. */
export function findUndeclaredPackages(sources: readonly SourceFile[]): readonly string[] {
  const { dependencies, devDependencies } = Manifest.parse(readJson('package.json'));
  const imported = new Set(sources.flatMap(({ packages }) => packages));
  return [...imported].filter(
    (name) => !name.startsWith('node:') && !(name in dependencies) && !(name in devDependencies),
  );
}

function isTypesOf(name: string, imported: ReadonlySet<string>): boolean {
  const typed = name.replace(/^@types\//, '');
  return typed !== name && (typed === 'node' || imported.has(typed));
}

/** What a package needs beside it: `vite` for electron-vite, say. */
function peersOf(name: string): readonly string[] {
  return Object.keys(installed(name)?.peerDependencies ?? {});
}

function commandsOf(name: string): readonly string[] {
  const bin = installed(name)?.bin;
  if (bin === undefined) return [];
  return typeof bin === 'string' ? [name] : Object.keys(bin);
}

function installed(name: string): z.infer<typeof Installed> | null {
  const manifest = `node_modules/${name}/package.json`;
  return existsSync(join(projectRoot, manifest)) ? Installed.parse(readJson(manifest)) : null;
}

function readTexts(folder: string): readonly string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs)$/.test(path))
    .map((path) => readFileSync(join(projectRoot, folder, path), 'utf8'));
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));
}
