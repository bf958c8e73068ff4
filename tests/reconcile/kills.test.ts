import { expect, it } from 'vitest';
import { runKills } from '../support/kills/run-kills';

it('an engine that is killed at any moment loses no acknowledged edit and creates nothing twice', async () => {
  const outcome = await runKills(3, 1);
  expect(outcome).toMatchObject({ killed: 3, lost: [], twice: [] });
  expect(outcome.stuck.filter((told) => !told.startsWith('refused'))).toEqual([]);
  expect(outcome.acknowledged).toBeGreaterThan(0);
});
