import { survivors } from '../planted-bugs/plant-bugs';
import { plantedBugs } from '../planted-bugs/planted-bugs';
import { figure } from './support/figure';

/** Every planted bug must be noticed by its test. */
export async function run() {
  const alive = await survivors(plantedBugs);
  if (alive.length > 0) process.stderr.write(`${alive.join('\n')}\n`);
  return {
    figures: [
      figure('planted bugs noticed', plantedBugs.length - alive.length, 'bugs', {
        least: plantedBugs.length,
        beside: { planted: plantedBugs.length },
      }),
    ],
  };
}
