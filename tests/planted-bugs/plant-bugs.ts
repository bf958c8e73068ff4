import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PlantedBug } from './planted-bugs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copied = ['src-main', 'src-shared', 'tests', 'package.json', 'vitest.config.ts', 'tsconfig.base.json'];

/** Plants each bug by itself into a copy of the sources and runs its test; the names of those that no test noticed. */
export async function survivors(bugs: readonly PlantedBug[]): Promise<readonly string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'tenantry-planted-'));
  try {
    for (const name of copied) await cp(join(root, name), join(copy, name), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    const alive: string[] = [];
    for (const test of new Set(bugs.map((bug) => bug.test)))
      if (!(await passes(copy, test))) throw new Error(`${test} fails without any planted bug`);
    for (const bug of bugs) {
      const file = join(copy, bug.file);
      const sound = await readFile(file, 'utf8');
      if (sound.split(bug.find).length !== 2)
        throw new Error(`${bug.name}: ${bug.file} does not hold it once`);
      await writeFile(
        file,
        sound.replace(bug.find, () => bug.replace),
      );
      if (await passes(copy, bug.test)) alive.push(bug.name);
      await writeFile(file, sound);
    }
    return alive;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function passes(cwd: string, test: string): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  try {
    await promisify(execFile)(process.execPath, [vitest, 'run', test, '--bail', '1'], {
      cwd,
      timeout: 180_000,
    });
    return true;
  } catch {
    return false;
  }
}
