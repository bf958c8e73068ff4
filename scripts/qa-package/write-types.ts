import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../project-root';
import { run } from '../run';

/** A module that a declaration names, relative or a package. */
const named = /(from |import\()(['"])([^'"]+)\2/g;

/** The only package whose types the kit's declarations may name: who installs the kit has it. */
const known = '@playwright/test';

/** Writes the kit's declarations into a folder: `qa.d.ts`, all that it names, and nothing else. */
export async function writeTypes(folder: string): Promise<void> {
  const work = await mkdtemp(join(projectRoot, 'dist', 'types-'));
  try {
    await copyWhatIsNamed(join(await declare(work), 'qa.d.ts'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Each file by itself, since all that is exported says its type: nothing is followed, nothing checked again. */
async function declare(work: string): Promise<string> {
  const kit = join(projectRoot, 'tests', 'qa-kit');
  const outDir = join(work, 'out');
  const sources = (await readdir(kit, { recursive: true })).filter((path) => path.endsWith('.ts'));
  const options = {
    ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, noCheck: true, noResolve: true },
    ...{ types: [], rootDir: kit, outDir },
  };
  const config = {
    extends: join(projectRoot, 'tsconfig.base.json'),
    files: sources.map((path) => join(kit, path)),
    compilerOptions: options,
  };
  const file = join(work, 'tsconfig.json');
  await writeFile(file, JSON.stringify(config));
  const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc');
  if ((await run(tsc, ['-p', file])) !== 0)
    throw new Error('The declarations of the QA kit were not written');
  return outDir;
}

async function copyWhatIsNamed(door: string, to: string): Promise<void> {
  const from = dirname(door);
  const todo = [door];
  for (const path of todo) {
    const text = await readFile(path, 'utf8');
    const target = join(to, relative(from, path));
    await mkdir(dirname(target), { recursive: true });
    const written = text.replace(named, (_, how: string, quote: string, name: string) => {
      if (name === known) return `${how}${quote}${name}${quote}`;
      const next = `${join(dirname(path), name)}.d.ts`;
      if (!name.startsWith('.') || relative(from, next).startsWith('..'))
        throw new Error(`${relative(from, path)} names ${name}: who installs the kit does not have it`);
      if (!todo.includes(next)) todo.push(next);
      return `${how}${quote}${name}.js${quote}`;
    });
    await writeFile(target, written);
  }
}
