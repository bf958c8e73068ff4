import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../../scripts/project-root';

const imported = /import (\w+) from '([^']+\.module\.css)'/g;
const fromProject = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** `file: name` of every class that a file takes from a stylesheet that has none of that name: it would look like nothing, unsaid. */
export function findMissingClasses(
  paths: readonly string[],
  read: (path: string) => string = fromProject,
): readonly string[] {
  return paths.flatMap((path) => {
    const text = read(path);
    return [...text.matchAll(imported)].flatMap(([, name = '', to = '']) => {
      const sheet = to.startsWith('.') ? join(dirname(path), to) : to.replace('@renderer', 'src-renderer');
      const has = new Set([...read(sheet).matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, found]) => found));
      const used = [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, found]) => found ?? '');
      return [...new Set(used)].filter((each) => !has.has(each)).map((each) => `${path}: ${each}`);
    });
  });
}
