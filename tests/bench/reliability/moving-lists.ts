import { moveLists } from '../../support/moving/move-lists';
import { figure } from '../support/figure';

/** People of Northwind at scale 1. */
const peopleAtOne = 5_000;
const walks = [
  { entity: 'user', path: '/users?' },
  { entity: 'membership', path: '/organization_memberships?' },
] as const;

/** Lists of `size` people (200,000 by default), of which 1,000 records change while each is walked. */
export async function run({ seed, size = 200_000 }: { seed: number; size?: number }) {
  const scale = Math.max(0.02, size / peopleAtOne);
  const changes = Math.min(1_000, Math.ceil(size / 2));
  // A list of less than that is a page or two.
  const pages = size < 1_000 ? 1 : 3;
  const off: string[] = [];
  let [accepted, mutated] = [0, 0];
  for (const walk of walks) {
    const outcome = await moveLists({ ...walk, seed, scale, changes, pages, mutated: 0.3 });
    off.push(...outcome.afterPass);
    accepted += outcome.accepted;
    mutated += outcome.mutated;
  }
  if (off.length > 0) process.stderr.write(`${off.slice(0, 50).join('\n')}\n`);
  return {
    figures: [
      figure('records missing, ghosts or stale after the confirming pass', off.length, 'records', {
        most: 0,
        beside: { people: size, 'answers mutated': mutated, seed },
      }),
      figure('changes that were made during the walks', accepted, 'changes', { least: changes }),
    ],
  };
}
