import { expect, it, onTestFinished, vi } from 'vitest';
import { mutatedOr, run } from '../bench/reliability';
import { figure } from '../bench/support/figure';
import { specMissing } from '../contracts/load-spec';
import { openRig } from '../support/chaos/open-rig';
import { everyChange } from '../support/crashes/every-change';

/** Per cent of the full numbers: one, or a few, of each. */
const size = 0.03;
/** What must have happened beside each figure, or it proves nothing. */
const faults: Readonly<Record<string, readonly string[]>> = {
  kills: ['kills'],
  'crash-points': ['engines that died'],
  schedules: ['schedules run', 'faults fired'],
  queries: ['queries asked'],
  histories: ['writes', 'conflicts'],
  'moving-lists': ['changes that were made during the walks'],
  damage: ['damaged stores noticed'],
  keyrings: ['locked', 'absent', 'basic text'],
  'disk-errors': ['disk-full'],
  upgrades: ['openings killed', 'clock a year off', 'records set back'],
};

it('the ten recovery figures stand, tried on a few of each', { timeout: 400_000 }, async () => {
  const { figures } = await run({ seed: 3, size });
  const names = figures.map(({ name }) => name.split(':')[0] ?? '');
  expect(names.sort()).toEqual(Object.keys(faults).sort());
  let mutated = 0;
  for (const { name, value, ok, beside } of figures) {
    const fired = faults[name.split(':')[0] ?? '']?.filter((fault) => (beside[fault] ?? 0) > 0);
    expect({ name, value, ok, fired }).toEqual({
      name,
      value: 0,
      ok: true,
      fired: faults[name.split(':')[0] ?? ''],
    });
    mutated += beside['answers mutated'] ?? 0;
  }
  if (!specMissing) expect(mutated).toBeGreaterThan(0);
});

it('every change of the crash proof can be asked for', async () => {
  const rig = await openRig({ seed: 3 });
  onTestFinished(() => rig.close());
  const refused: string[] = [];
  let asked = 0;
  for (const { changes } of everyChange())
    for (const next of changes) {
      const change = await next(rig);
      if (change === null) continue;
      const { rejected } = await rig.staging.stage([change.draft]);
      refused.push(...rejected.map(({ failure }) => `${change.title}: ${failure.message}`));
      asked += 1;
    }
  expect(refused).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

it('a proof that nobody knows is refused, with those that there are', async () => {
  await expect(run({ seed: 1, only: ['luck'] })).rejects.toThrow('There are: kills, crash-points');
});

it('in full, a proof fails where its mutator changed no answer', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  const proof = (beside: Readonly<Record<string, number>>) =>
    mutatedOr(figure('losses', 0, 'losses', { most: 0, beside })).ok;
  expect([proof({ 'answers mutated': 0 }), proof({ 'answers mutated': 1 }), proof({})]).toEqual([
    false,
    true,
    true,
  ]);
});
