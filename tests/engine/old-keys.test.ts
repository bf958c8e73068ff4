import { actOf, isStagedAct } from '@shared/domain/acts';
import type { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

it('status tells which keys that were replaced work on and until when; another rotation without a delay ends all of them', async () => {
  const fleet = await openFleet();
  const [ashford] = fleet.sandbox.applications.filter(({ environment }) => environment === 'production');
  const recordId = ashford?.id as RecordId;
  const rotate = async (overlapHours: number) => {
    const action = { verb: 'perform', operation: 'rotateKeys', values: { overlapHours } } as const;
    await fleet.stage({ entity: 'application', recordId, action });
    const { secrets } = await fleet.reconcile();
    return secrets[0]?.secret?.match(/sk_live_\w+/)?.[0] ?? '';
  };
  const oldKeys = async () => valueIn(await fleet.engine.call('status', {})).oldKeys;
  const opens = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${fleet.sandbox.url}/v1/users/count`, { headers })).status;
  };
  const first = ashford?.secretKey ?? '';

  expect(await oldKeys()).toEqual([]);
  const begun = Date.now();
  const second = await rotate(24);
  const third = await rotate(2);
  const all = await oldKeys();
  expect(all).toMatchObject([
    { entity: 'application', recordId, label: ashford?.name, what: 'Secret keys' },
    { recordId },
  ]);
  // As the service does: the oldest one ends no later than the one after it.
  for (const { until } of all) {
    expect(until).toBeGreaterThanOrEqual(begun + 2 * 3_600_000);
    expect(until).toBeLessThanOrEqual(Date.now() + 2 * 3_600_000);
  }
  expect(JSON.stringify(all)).not.toContain('sk_');
  expect(await Promise.all([first, second, third].map(opens))).toEqual([200, 200, 200]);

  // A later rotation that lets them work on does not end them: only what does the same hides *End them*.
  const atOnce = actOf('application', 'rotateKeys')?.outlives?.endBy;
  const isOffered = async (overlapHours: number) => {
    const values = { overlapHours };
    const action = { verb: 'perform', operation: 'rotateKeys', values } as const;
    await fleet.stage({ entity: 'application', recordId, action });
    const open = valueIn(await fleet.engine.call('intents', { states: [...openStates] }));
    return atOnce !== undefined && !isStagedAct(open, atOnce);
  };
  expect([await isOffered(24), await isOffered(0)]).toEqual([true, false]);
  const fourth = await rotate(0);
  expect(await oldKeys()).toEqual([]);
  expect(await Promise.all([first, second, third, fourth].map(opens))).toEqual([401, 401, 401, 200]);

  // What is told of goes with its application.
  await rotate(24);
  expect(await oldKeys()).toHaveLength(1);
  await fleet.stage({ entity: 'application', recordId, action: { verb: 'delete' } });
  await fleet.reconcile();
  expect(await oldKeys()).toEqual([]);
});
