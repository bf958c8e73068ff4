import type { JsonObject } from '@shared/domain/json';
import { expect, it, onTestFinished, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { startNameServer } from './name-server';
import { openFleet } from './open-fleet';

async function start() {
  const fleet = await openFleet();
  const domain = (await fleet.rows('domain')).find(({ proxyUrl }) => proxyUrl === '');
  if (domain === undefined) throw new Error('campus has many');
  const targets = (domain.cnameTargets as JsonObject[]).map(({ host, value }) => ({
    host: String(host),
    value: String(value),
  }));
  return { fleet, domain, targets };
}

it('looks each record up itself: as it should be, elsewhere, an address, nothing, and a silent server is no verdict', async () => {
  const { fleet, domain, targets } = await start();
  const [right, wrong, flat, silent, absent] = targets;
  if (!right || !wrong || !flat || !silent || !absent) throw new Error('a domain has five records');
  const names = await startNameServer({
    [right.host]: { cname: right.value.toUpperCase() },
    [wrong.host]: { cname: 'edge.oldhost.example' },
    [flat.host]: { a: '192.0.2.7' },
    [silent.host]: 'silence',
  });
  onTestFinished(() => void names.close());
  const { records } = valueIn(
    await fleet.engine.call('lookUpDns', { recordId: domain.id, servers: [names.server] }),
  );
  expect(records.map(({ host, outcome, found }) => [host, outcome, found])).toEqual([
    [right.host, 'as-expected', [right.value]],
    [wrong.host, 'other', ['edge.oldhost.example']],
    [flat.host, 'addresses', ['192.0.2.7']],
    [silent.host, 'no-answer', []],
    [absent.host, 'nothing', []],
  ]);
  expect(records[3]?.why).toBe('ETIMEOUT');
});

it('asks nobody while the admin works offline, of no domain, and by no address that is none', async () => {
  const { fleet, domain, targets } = await start();
  const [flat] = targets.map(({ host }) => host);
  const names = await startNameServer({ [flat ?? '']: { aaaa: '20010db8000000000000000000000001' } });
  onTestFinished(() => void names.close());
  const look = (recordId: typeof domain.id, servers: string[]) =>
    fleet.engine.call('lookUpDns', { recordId, servers });
  const none = 'dmn_none' as typeof domain.id;
  expect(await look(none, [names.server])).toMatchObject({
    error: { code: 'not-found', message: 'There is no domain dmn_none.' },
  });
  // Of half a list nobody can say so.
  const refused = { status: 403, body: { errors: [{ code: 'authorization_invalid', message: 'no' }] } };
  fleet.proxy.block = ({ path }) => (/^\/platform\/domains(\?|$)/.test(path) ? refused : undefined);
  await fleet.sync();
  expect(await look(none, [names.server])).toMatchObject({
    error: { code: 'not-found', message: 'dmn_none is not known here: domains were not all copied.' },
  });
  fleet.heal();
  expect(await look(domain.id, ['name.example'])).toMatchObject({ error: { code: 'invalid-input' } });
  valueIn(await fleet.engine.call('workOffline', { on: true }));
  expect(await look(domain.id, [names.server])).toMatchObject({ error: { code: 'offline' } });
  expect(names.asked).toEqual([]);
  valueIn(await fleet.engine.call('workOffline', { on: false }));
  await vi.waitFor(async () => expect(await look(domain.id, [names.server])).toMatchObject({ ok: true }));
  const { records } = valueIn(await look(domain.id, [names.server]));
  expect(records.find(({ host }) => host === flat)).toMatchObject({
    outcome: 'addresses',
    found: ['2001:db8::1'],
  });
  expect(names.asked.length).toBeGreaterThan(0);
});
