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
  return cyclesOf(new Map(sources.map(({ path, files }) => [path, files])));
}

/**
 * Cycles of rooms: what stands in a folder, its files and its subfolders with all that is in them, must not import each other in a
 * ring. Each as the units on it in order, after the folder.
 */
export function findRoomCycles(sources: readonly SourceFile[]): readonly (readonly string[])[] {
  const folders = new Set(
    sources.flatMap(({ path }) => {
      const parts = path.split('/');
      return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
    }),
  );
  return [...folders].flatMap((folder) => {
    const unitOf = (path: string): string | undefined =>
      isInside(path, folder) ? path.slice(folder.length + 1).split('/')[0] : undefined;
    const imports = new Map<string, Set<string>>();
    for (const { path, files } of sources) {
      const unit = unitOf(path);
      if (unit === undefined) continue;
      const others = files.map(unitOf).filter((other) => other !== undefined && other !== unit) as string[];
      imports.set(unit, new Set([...(imports.get(unit) ?? []), ...others]));
    }
    return cyclesOf(imports).map((cycle) => [folder, ...cycle]);
  });
}

function cyclesOf(imports: ReadonlyMap<string, Iterable<string>>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const cycles: string[][] = [];
  const visit = (name: string): void => {
    const start = trail.indexOf(name);
    if (start >= 0) {
      cycles.push(trail.slice(start));
      return;
    }
    if (done.has(name)) return;
    trail.push(name);
    for (const next of imports.get(name) ?? []) visit(next);
    trail.pop();
    done.add(name);
  };
  for (const name of imports.keys()) visit(name);
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
