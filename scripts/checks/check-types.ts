import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { single, type Tally } from './tally';

/** `tests` includes scripts and configs, and takes about as long as the others, which go beside it. */
const lines = [['tests'], ['src-main', 'src-renderer', 'src-shared']] as const;
const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc');

/** Type-checks every layer with its own tsconfig, two at a time. One check. */
export async function checkTypes(): Promise<Tally> {
  const clean = await Promise.all(lines.map(checkLine));
  return single(clean.every(Boolean));
}

/** One layer behind the other, also where one is not clean. */
async function checkLine(layers: readonly string[]): Promise<boolean> {
  let clean = true;
  for (const layer of layers) {
    const code = await run(tsc, ['--project', join(layer, 'tsconfig.json')], { cwd: projectRoot });
    clean &&= code === 0;
  }
  return clean;
}
