import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { single, type Tally } from './tally';

/** Lint and format, warnings included. One check. */
export async function checkLint(): Promise<Tally> {
  const biome = join(projectRoot, 'node_modules', '.bin', 'biome');
  return single((await run(biome, ['ci', '--error-on-warnings', '.'], { cwd: projectRoot })) === 0);
}
