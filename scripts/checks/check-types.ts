import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { single, type Tally } from './tally';

const layers = ['src-shared', 'src-main', 'src-renderer', 'tests'];

/** Type-checks every layer with its own tsconfig; `tests` includes scripts and configs. One check. */
export async function checkTypes(): Promise<Tally> {
  const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc');
  let clean = true;
  for (const layer of layers) {
    const code = await run(tsc, ['--project', join(layer, 'tsconfig.json')], { cwd: projectRoot });
    clean &&= code === 0;
  }
  return single(clean);
}
