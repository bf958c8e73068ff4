import type { LayerRule } from './layer-rules';
import type { SourceFile } from './read-sources';

/** Every import that the rules do not allow, as `file imports what`. A file in no layer is reported by itself. */
export function findForeignImports(
  sources: readonly SourceFile[],
  rules: readonly LayerRule[],
): readonly string[] {
  return sources.flatMap(({ path, files, packages }) => {
    const rule = rules.find(({ layer }) => isInside(path, layer));
    if (!rule) return [`${path} lies in no layer`];
    const foreignFiles = files.filter(
      (file) => !isInside(file, rule.layer) && !rule.files.some((prefix) => file.startsWith(prefix)),
    );
    const foreignPackages = packages.filter(
      (name) => !rule.packages.some((allowed) => isPackage(name, allowed)),
    );
    return [...foreignFiles, ...foreignPackages].map((target) => `${path} imports ${target}`);
  });
}

function isInside(path: string, layer: string): boolean {
  return path === layer || path.startsWith(`${layer}/`);
}

function isPackage(name: string, allowed: string): boolean {
  return allowed === '*' || (allowed.endsWith(':') ? name.startsWith(allowed) : name === allowed);
}

/** Import cycles, each as the files on it in order; one for each way back that a walk in depth meets. */
export function findCycles(sources: readonly SourceFile[]): readonly (readonly string[])[] {
  const imports = new Map(sources.map(({ path, files }) => [path, files]));
  const done = new Set<string>();
  const trail: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push(trail.slice(start));
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const next of imports.get(path) ?? []) visit(next);
    trail.pop();
    done.add(path);
  };
  for (const { path } of sources) visit(path);
  return cycles;
}

/** Source files that no other file imports, and that are no entry themselves: dead code. */
export function findUnused(
  sources: readonly SourceFile[],
  isEntry: (path: string) => boolean,
): readonly string[] {
  const imported = new Set(sources.flatMap(({ path, files }) => files.filter((file) => file !== path)));
  return sources.map(({ path }) => path).filter((path) => !imported.has(path) && !isEntry(path));
}
