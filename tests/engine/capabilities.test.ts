import { createCapabilities } from '@main/engine/capabilities';
import { entitiesOf } from '@shared/domain/entity';
import { expect, test } from 'vitest';
import { startProxied } from '../sync/proxied-rig';
import { beginSync } from '../sync/sync-rig';

const entities = entitiesOf('b2b');
const errors = [{ code: 'of_this_list', message: 'not for you', long_message: 'This is not for you.' }];

test.each([
  [402, 'unpaid'],
  [403, 'refused'],
  [404, 'missing'],
  [410, 'missing'],
] as const)(
  'a list that is refused with %i is %s, also after a restart, until it is there again',
  async (status, state) => {
    const { rig, proxy } = await startProxied();
    const { store, sync } = rig;
    const capabilities = createCapabilities({ store, sync, entities });
    /** What was known at every step of a sweep. */
    const told: string[] = [];
    sync.subscribe(
      () => void capabilities.read().then((known) => told.push(known['list.membership']?.state ?? 'none')),
    );
    proxy.alter = ({ path }) =>
      path === '/organization_memberships' ? { status, body: { errors } } : undefined;
    await rig.sweep();
    expect(await capabilities.read()).toMatchObject({
      'list.membership': { state, reason: expect.stringContaining('memberships') },
      'list.user': { state: 'available' },
      organizations: { state: 'available' },
    });

    // While it is walked again nobody has a word on it: it does not look whole in between.
    told.length = 0;
    await rig.sweep();
    expect(new Set(told)).toEqual(new Set([state]));

    const again = beginSync({ store, port: rig.identity });
    await again.restored;
    const restarted = createCapabilities({ store, sync: again, entities });
    expect((await restarted.read())['list.membership']).toMatchObject({ state });

    proxy.alter = () => undefined;
    await rig.sweep();
    expect((await capabilities.read())['list.membership']).toEqual({ state: 'available' });
  },
);

test('what an instance has switched off is told by its settings', async () => {
  const { rig, proxy } = await startProxied();
  const capabilities = createCapabilities({ store: rig.store, sync: rig.sync, entities });
  await rig.sweep();
  expect(await capabilities.read()).toMatchObject({
    organizations: { state: 'available' },
    organizationSlugs: { state: 'available' },
  });
  proxy.alter = ({ path }) =>
    path === '/instance/organization_settings'
      ? { status: 200, body: { object: 'organization_settings', enabled: false, slug_disabled: true } }
      : undefined;
  await rig.sweep();
  expect(await capabilities.read()).toMatchObject({
    organizations: { state: 'off', reason: expect.stringContaining('switched off') },
    organizationSlugs: { state: 'off' },
  });
});
