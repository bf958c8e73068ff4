import { keyringMatrix } from '../../support/keyrings/keyring-matrix';
import { figure } from '../support/figure';

/** `size` rounds (10 by default) of workspaces whose keyring is another one, locked, absent, a stand-in or left behind. */
export async function run({ size = 10 }: { seed: number; size?: number }) {
  const fired: Record<string, number> = {};
  const broken: string[] = [];
  for (let round = 0; round < size; round += 1) {
    const outcome = await keyringMatrix();
    broken.push(...outcome.broken);
    for (const [name, count] of Object.entries(outcome.tried)) fired[name] = (fired[name] ?? 0) + count;
  }
  if (broken.length > 0) process.stderr.write(`${broken.join('\n')}\n`);
  return {
    figures: [
      figure('workspaces wiped, opened or in plain text', broken.length, 'workspaces', {
        most: 0,
        beside: fired,
      }),
      figure('situations that were tried', Object.values(fired).filter((count) => count >= size).length, '', {
        least: Math.max(1, Object.keys(fired).length),
      }),
    ],
  };
}
