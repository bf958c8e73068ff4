import type { InputOf } from '@shared/contract/operations';
import type { PushProgress } from '@shared/contract/status';
import { expect, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

type Fleet = Awaited<ReturnType<typeof openFleet>>;
export type Waves = NonNullable<InputOf<'apply'>['waves']>;

export const threeWaves: Waves = {
  sizes: [{ kind: 'count', count: 1 }, { kind: 'percent', percent: 10 }, { kind: 'all' }],
  between: 'ask',
};

/** One policy staged for the whole fleet, and the plan for it. */
export async function plannedPolicy() {
  const fleet = await openFleet();
  const rows = await fleet.rows('application');
  const { rejected } = await fleet.stage(
    ...rows.map(({ id }) => ({
      entity: 'application' as const,
      recordId: id,
      action: { verb: 'update' as const, field: 'config.auth_password.min_length', value: 14 },
    })),
  );
  expect(rejected).toEqual([]);
  const plan = await fleet.plan();
  const order = plan.units.flatMap(({ customers }) => customers);
  let before = (await fleet.sandbox.control.requests()).length;
  /** Applications whose config was asked to change since, each as often as it was. */
  const patched = async (): Promise<readonly string[]> =>
    (await fleet.sandbox.control.requests())
      .slice(before)
      .filter(({ method, path }) => method === 'PATCH' && path.includes('/config'))
      .map(({ path }) => /applications\/([^/]+)/.exec(path)?.[1] ?? '');
  /** A plan's dry runs are no changes: what was asked for so far does not count any more. */
  const forgetAsked = async (): Promise<void> => {
    before = (await fleet.sandbox.control.requests()).length;
  };
  const apply = async (waves: Waves) =>
    valueIn(
      await fleet.engine.call('apply', {
        planHash: plan.hash,
        resolutions: {},
        onRefusal: 'continue',
        waves,
      }),
    );
  return { fleet, order, patched, forgetAsked, apply, plan };
}

export const heldAt = (fleet: Fleet, wave: number): Promise<PushProgress> =>
  vi.waitFor(
    async () => {
      const { push } = valueIn(await fleet.engine.call('status', {}));
      if (push?.wave?.held !== true || push.wave.at !== wave) throw new Error('the run is not held there');
      return push;
    },
    { timeout: 20_000, interval: 50 },
  );
