import { openRig } from '../../support/chaos/open-rig';
import { runSchedule } from '../../support/chaos/run-schedule';
import { seededRandom } from '../../support/chaos/seeded-random';
import { killUpgrades } from '../../support/upgrades/kill-upgrades';
import { restoreService } from '../../support/upgrades/restore-service';
import { figure } from '../support/figure';

const year = 365 * 86_400_000;

/**
 * An older workspace whose first opening is killed (`size` times, 200 by default); schedules by a clock that is a year off either
 * way, one for ten kills; and a service that is set back to its backup, one for twenty.
 */
export async function run({ seed, size = 200 }: { seed: number; size?: number }) {
  const random = seededRandom(seed);
  const { killed, broken } = await killUpgrades(size, random);
  const off = [...broken];
  const leaps = Math.ceil(size / 10);
  const rig = await openRig({ seed });
  try {
    for (let leap = 0; leap < leaps; leap += 1) {
      // Off, and back: what was staged by one clock is applied by another.
      rig.leap(leap % 2 === 0 ? year : -year);
      await runSchedule(rig, seed * 1_009 + leap, new Map()).catch((error: unknown) =>
        off.push(String(error)),
      );
    }
  } finally {
    await rig.close();
  }
  let diverged = 0;
  for (let restore = 0; restore < Math.ceil(size / 20); restore += 1) {
    const outcome = await restoreService(seed + restore);
    diverged += outcome.diverged;
    off.push(...outcome.broken);
  }
  if (off.length > 0) process.stderr.write(`${off.join('\n')}\n`);
  return {
    figures: [
      figure('edits hidden or lost, or divergence not told', off.length, 'records', {
        most: 0,
        beside: { 'clock a year off': leaps, 'records set back': diverged, seed },
      }),
      figure('openings killed', killed, 'times', { least: size }),
    ],
  };
}
