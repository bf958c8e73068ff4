import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';
import { projectRoot } from './project-root';

const folder = join(projectRoot, 'out', 'bundled');

/** Notes, in `out/bundled`, the folders of all packages that one part of the app is made of: its styles and fonts too. */
export function noteBundled(part: string): Plugin {
  return {
    name: 'note-bundled',
    generateBundle() {
      const folders = new Set([...this.getModuleIds()].flatMap(packageFolderOf));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${part}.json`), JSON.stringify([...folders].sort()));
    },
  };
}

/** `node_modules/a/node_modules/@b/c` of a module in it. */
function packageFolderOf(id: string): readonly string[] {
  const path = id.replaceAll('\\', '/');
  const found = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return found === undefined ? [] : [found];
}

/** The packages of all parts, as their folders from the project's. */
export function bundledPackages(): readonly string[] {
  const parts = readdirSync(folder).map((file) =>
    z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  );
  return [...new Set(parts.flat())].sort();
}
