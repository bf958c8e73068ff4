import { seededRandom } from '../../support/chaos/seeded-random';
import { crashAt, crashPoints } from '../../support/crashes/crash-at';
import { everyChange } from '../../support/crashes/every-change';
import { figure } from '../support/figure';

/**
 * An engine that dies at each point of a push, for changes of every entity and verb: `size` of them at least, in an order of
 * the seed's; all of them by default.
 */
export async function run({ seed, size = Number.POSITIVE_INFINITY }: { seed: number; size?: number }) {
  const random = seededRandom(seed);
  const turns = everyChange()
    .flatMap((group) => crashPoints.map((point) => ({ group, point, place: random() })))
    .sort((one, other) => one.place - other.place);
  let [tried, crashes, mutated] = [0, 0, 0];
  const broken: string[] = [];
  const points: Record<string, number> = {};
  for (const { group, point } of turns) {
    if (tried >= size) break;
    const outcome = await crashAt(group, point, seed);
    tried += outcome.changes;
    crashes += outcome.crashes;
    mutated += outcome.mutated;
    broken.push(...outcome.broken);
    points[point] = (points[point] ?? 0) + outcome.crashes;
  }
  if (broken.length > 0) process.stderr.write(`${broken.join('\n')}\n`);
  return {
    figures: [
      figure('changes without exactly one effect', broken.length, 'changes', {
        most: 0,
        beside: { changes: tried, 'answers mutated': mutated, seed },
      }),
      figure('engines that died', crashes, 'times', { least: tried, beside: points }),
    ],
  };
}
