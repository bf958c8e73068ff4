import { usage } from '@main/cli/usage-command';
import { openEngine } from '@main/engine/open-engine';
import { RecordId } from '@shared/domain/ids';
import { outgrown } from '@shared/domain/usage-kept';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { databaseKey } from '../sync/sync-rig';
import { openFleet } from './open-fleet';

interface Told {
  readonly period_start: string;
  readonly mau: { readonly total_usage: number; readonly total_billable_usage: number };
  readonly mao: { readonly total_usage: number };
  readonly sms_messages: { readonly total_usage: number; readonly tier_a: { readonly total_usage: number } };
  readonly custom_domains: { readonly total_usage: number };
}

it('says where there is no application to ask, also when nothing is to be read', async () => {
  const engine = valueIn(
    await openEngine({
      directory: await temporaryFolder(),
      databaseKey,
      apiKey: 'sk_test_nobody',
      url: 'http://127.0.0.1:9/v1',
      workspace: { id: 'test', name: 'Test', scenario: 'b2b' },
      fetch,
    }),
  );
  const told = await usage(engine, {});
  await engine.close();
  expect(told).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

it('keeps what each application used as the reading of the day, one a day, without a history of its own', async () => {
  // The end of the last month that anybody was there in.
  const fleet = await openFleet({ now: Date.UTC(2026, 9, 30) });
  const applications = await fleet.rows('application');
  const ids = applications.slice(0, 2).map(({ id }) => id);
  const read = async () => valueIn(await fleet.engine.call('readUsage', { ids }));
  expect(await read()).toEqual({ read: 2, failed: [] });
  const path = `/platform/applications/${ids[0]}/instances/production/usage`;
  const told = (await fleet.ask(path)) as Told;
  const reading = async () =>
    (await fleet.rows('usageReading')).find(({ applicationId }) => applicationId === ids[0]);
  expect(await reading()).toMatchObject({
    id: `${ids[0]}/${new Date().toISOString().slice(0, 10)}`,
    applicationName: applications[0]?.name,
    readAt: expect.closeTo(Date.now(), -5),
    activePeople: told.mau.total_usage,
    billablePeople: told.mau.total_billable_usage,
    activeOrganizations: told.mao.total_usage,
    textMessages: told.sms_messages.total_usage,
    tierA: told.sms_messages.tier_a.total_usage,
    customDomains: told.custom_domains.total_usage,
    periodStart: Date.parse(told.period_start),
  });
  expect(told.mau.total_usage).toBeGreaterThan(0);
  expect(told.sms_messages.tier_a.total_usage).toBeGreaterThan(0);

  // Read again the same day it is the same reading, with the newer figures.
  await fleet.ask(`/platform/applications/${ids[0]}/domains`, {
    method: 'POST',
    body: JSON.stringify({ name: 'one-more.example' }),
  });
  await read();
  expect(await reading()).toMatchObject({ customDomains: told.custom_domains.total_usage + 1 });
  const days = (await fleet.rows('usageReading')).filter(({ applicationId }) =>
    ids.some((id) => id === applicationId),
  );
  expect(days).toHaveLength(2);
  const recordId = RecordId.parse(days[0]?.id);
  const report = valueIn(await usage(fleet.engine, { read: true }));
  expect(report).toMatchObject({ read: { read: applications.length, failed: [] } });
  expect(report.readings).toHaveLength(applications.length);
  expect(report.readings.find((told) => told.applicationId === ids[0])).toMatchObject({
    activePeople: told.mau.total_usage,
    customDomains: told.custom_domains.total_usage + 1,
  });
  const history = valueIn(await fleet.engine.call('history', { entity: 'usageReading', recordId, limit: 5 }));
  expect(history.entries).toEqual([]);
});

it('says who refuses to tell, and keeps what was read before', async () => {
  const fleet = await openFleet();
  const [first, second] = await fleet.rows('application');
  const ids = [first, second].flatMap((row) => (row ? [row.id] : []));
  valueIn(await fleet.engine.call('readUsage', { ids }));
  const before = await fleet.rows('usageReading');
  expect(before).toHaveLength(2);
  fleet.proxy.block = ({ path }) =>
    path.includes(`${ids[0]}/instances`) && path.includes('usage')
      ? { status: 403, body: { errors: [{ code: 'forbidden', message: 'no', long_message: 'No scope.' }] } }
      : undefined;
  expect(valueIn(await fleet.engine.call('readUsage', { ids }))).toMatchObject({
    read: 1,
    failed: [{ names: [first?.name] }],
  });
  const kept = await fleet.rows('usageReading');
  expect(kept.find(({ applicationId }) => applicationId === ids[0])).toEqual(
    before.find(({ applicationId }) => applicationId === ids[0]),
  );
});

it('asks nobody while the admin works offline on purpose', async () => {
  const fleet = await openFleet();
  const ids = (await fleet.rows('application')).map(({ id }) => id).slice(0, 2);
  valueIn(await fleet.engine.call('workOffline', { on: true }));
  const offline = { ok: false, error: { code: 'offline' } };
  expect(await fleet.engine.call('readUsage', { ids })).toMatchObject(offline);
  expect(await fleet.engine.call('readTemplates', { ids })).toMatchObject(offline);
  expect(await fleet.engine.call('countCustomers', { ids })).toMatchObject(offline);
  const of = RecordId.parse('user_1');
  expect(await fleet.engine.call('readListOf', { entity: 'apiKey', of })).toMatchObject(offline);
  expect(fleet.proxy.asked.filter((asked) => asked.endsWith('/usage'))).toEqual([]);
});

it('of days long past keeps the last one of each period', () => {
  const on = (applicationId: string, month: number, day: number) => ({
    id: `${applicationId}/${month}-${day}` as never,
    applicationId: applicationId as never,
    periodStart: Date.UTC(2026, month, 1),
    createdAt: Date.UTC(2026, month, day),
  });
  const old = [on('a', 1, 3), on('a', 1, 27), on('a', 2, 1), on('b', 1, 3)];
  expect(outgrown.of(old)).toEqual(['a/1-3']);
  const now = Date.UTC(2026, 6, 1);
  const { from, until } = outgrown.span(now);
  expect([now - until, now - from]).toEqual([62, 124].map((days) => days * 86_400_000));
});
