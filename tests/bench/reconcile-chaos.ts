import { openRig } from '../support/chaos/open-rig';
import { runSchedule } from '../support/chaos/run-schedule';
import { figure } from './support/figure';

/** A world is renewed after so many schedules: organizations pile up in it. */
const perWorld = 250;

/** Seeded network schedules, 10,000 unless told otherwise; stops at the first that does not converge, and tells its seed. */
export async function run({
  seed,
  size: schedules = 10_000,
}: {
  readonly seed: number;
  readonly size?: number;
}) {
  const fired = new Map<string, number>();
  let done = 0;
  let mutated = 0;
  let broken: unknown = null;
  while (done < schedules && broken === null) {
    const rig = await openRig({ seed: seed + done });
    try {
      for (let inWorld = 0; inWorld < perWorld && done < schedules; inWorld += 1, done += 1)
        await runSchedule(rig, seed * 1_000_003 + done, fired);
    } catch (error) {
      broken = error;
    } finally {
      mutated += [...rig.mutator.fired.values()].reduce((sum, hits) => sum + hits, 0);
      await rig.close();
    }
  }
  if (broken !== null) process.stderr.write(`${String(broken)}\n`);
  // A few schedules cannot have met every fault.
  const every = schedules >= 100;
  const hits = [...fired.values()];
  const least = every ? Math.min(...hits) : hits.reduce((sum, count) => sum + count, 0);
  return {
    figures: [
      figure('schedules that did not converge', broken === null ? 0 : 1, 'schedules', {
        most: 0,
        beside: { 'schedules run': done, 'answers mutated': mutated, seed },
      }),
      figure(every ? 'the rarest fault fired' : 'faults fired', least, 'times', {
        least: 1,
        beside: Object.fromEntries(fired),
      }),
    ],
  };
}
