import { expect, it, onTestFinished } from 'vitest';
import { openRig } from '../support/chaos/open-rig';
import { runSchedule } from '../support/chaos/run-schedule';

it('25 seeded network schedules converge: nothing twice, nothing lost, no queue stuck', async () => {
  const rig = await openRig({ seed: 1 });
  onTestFinished(() => rig.close());
  const fired = new Map<string, number>();
  for (let seed = 1; seed <= 25; seed += 1) await runSchedule(rig, seed, fired);
  expect([...fired.values()].reduce((sum, hits) => sum + hits, 0)).toBeGreaterThan(25);
});
