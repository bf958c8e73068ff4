import { handOver } from '@main/cli/hand-over-command';
import { provisionalId, type RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { undoOf } from '@shared/domain/reconcile/undo-of';
import { expect, it } from 'vitest';
import { readZone } from '../support/read-zone';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

type Fleet = Awaited<ReturnType<typeof openFleet>>;

const add = (applicationId: string, name: string, more: JsonObject = {}): IntentDraft => ({
  entity: 'domain',
  recordId: provisionalId(name),
  action: { verb: 'create', values: { applicationId, name, ...more } },
});
const perform = (recordId: RecordId, operation: string): IntentDraft => ({
  entity: 'domain',
  recordId,
  action: { verb: 'perform', operation, values: {} },
});

const domain = async ({ rows }: Fleet, name: string) => {
  const found = (await rows('domain')).find((row) => row.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

it('copies every domain with what its records should lead to, what was found, and why that fails', async () => {
  const fleet = await openFleet();
  const rows = await fleet.rows('domain');
  const { total_count: total } = (await fleet.ask('/platform/domains')) as { total_count: number };
  expect(rows).toHaveLength(total);
  const wrong = rows
    .flatMap(({ cnameTargets }) => cnameTargets as JsonObject[])
    .find(({ found, verified }) => !verified && String(found) !== '');
  expect(wrong).toMatchObject({
    host: expect.stringContaining('clerk.'),
    value: 'frontend-api.clerk.services',
    found: ['edge.oldhost.example'],
    required: true,
    failureHints: [expect.stringContaining('leads to edge.oldhost.example')],
  });
  expect(new Set(rows.map(({ dns }) => dns))).toEqual(new Set(['complete', 'in_progress', 'not_started']));
  expect(new Set(rows.map(({ ssl }) => ssl))).toContain('failed');
  expect(rows.some(({ proxyUrl }) => proxyUrl.endsWith('/__clerk'))).toBe(true);
});

it('hands the records of a domain over by its name, also of one that is announced; never those of another name', async () => {
  const fleet = await openFleet();
  const [row] = await fleet.rows('domain');
  if (row === undefined) throw new Error('a campus has domains');
  const targets = row.cnameTargets as JsonObject[];
  const out = valueIn(await handOver(fleet.engine, row.name, 'zone'));
  expect(out).toMatchObject({ recordId: row.id, name: row.name });
  expect(valueIn(await handOver(fleet.engine, `${row.name.toUpperCase()}.`, 'zone'))).toEqual(out);
  const zone = readZone(out.text).map(({ owner, data }) => [owner.join('.'), data.join('.')]);
  expect(zone).toEqual(targets.map(({ host, value }) => [host, value]));

  const values = { name: 'soon.example', proxyPath: '/__clerk' };
  const recordId = provisionalId('soon');
  await fleet.stage({ entity: 'domainIntent', recordId, action: { verb: 'create', values } });
  expect(await handOver(fleet.engine, 'soon.example', 'text')).toMatchObject({
    ...{ ok: false, error: { message: expect.stringContaining('has not said') } },
  });
  await fleet.reconcile();
  expect(valueIn(await handOver(fleet.engine, 'soon.example', 'text')).text).toContain('soon.example -> ');
  expect(await handOver(fleet.engine, 'nobody.example', 'text')).toMatchObject({
    error: { code: 'not-found' },
  });
});

it('adds one, checks it, makes it the primary one, and removes another; each sent once', async () => {
  const fleet = await openFleet();
  const ashford = (await fleet.rows('application')).find(({ name }) => name === 'Ashford University');
  const id = ashford?.id ?? '';
  expect((await fleet.stage(add(id, 'new.ashford.example', { proxyPath: '/__clerk' }))).rejected).toEqual([]);
  fleet.loseAnswers(/domains$/);
  await fleet.reconcile();
  fleet.heal();
  await fleet.reconcile();
  expect(fleet.writes().filter((asked) => asked.endsWith('/domains'))).toHaveLength(1);
  const made = await domain(fleet, 'new.ashford.example');
  expect(made).toMatchObject({
    state: 'synced',
    rank: 'further',
    dns: 'not_started',
    proxyUrl: 'https://new.ashford.example/__clerk',
  });

  await fleet.stage(perform(made.id, 'checkDns'));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  expect(await domain(fleet, 'new.ashford.example')).toMatchObject({ dns: 'in_progress' });

  const page = await fleet.engine.call('page', { entity: 'domain', limit: 200 });
  const extras = page.ok ? page.value.extras : {};
  // Set up in part since it was checked; its certificate was always as it is.
  expect(extras[made.id]?.dnsSince).toBeGreaterThan(Date.now() - 60_000);
  const other = (await fleet.rows('domain')).find(({ id: each }) => each !== made.id);
  expect(extras[other?.id ?? '']).toMatchObject({ dnsSince: null, sslSince: null, mailSince: null });

  await fleet.stage(perform(made.id, 'makePrimary'));
  expect(await domain(fleet, 'new.ashford.example')).toMatchObject({ rank: 'primary', state: 'pending' });
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  expect(await fleet.ask(`/platform/domains/${made.id}`)).toMatchObject({ is_provider_domain: false });

  const remove: IntentDraft = { entity: 'domain', recordId: made.id, action: { verb: 'delete' } };
  expect((await fleet.stage(remove)).rejected[0]?.failure.message).toBe(
    'The primary domain cannot be removed.',
  );
  await fleet.stage(add(id, 'gone.ashford.example', { proxyPath: '/__clerk' }));
  await fleet.reconcile();
  const gone = await domain(fleet, 'gone.ashford.example');
  const { staged } = await fleet.stage({ ...remove, recordId: gone.id });
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  expect((await fleet.rows('domain')).some(({ name }) => name === 'gone.ashford.example')).toBe(false);

  // Taken back, it is reached as it was before.
  const undo = staged.map(undoOf)[0];
  if (undo?.kind !== 'draft') throw new Error('it can be added again');
  expect((await fleet.stage({ ...undo.draft, recordId: provisionalId('again') })).rejected).toEqual([]);
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  expect(await domain(fleet, 'gone.ashford.example')).toMatchObject({ proxyUrl: gone.proxyUrl });
});

it('belongs to an application that is not made yet: sent after it, withdrawn with it', async () => {
  const fleet = await openFleet();
  const customer = (name: string): IntentDraft => ({
    entity: 'application',
    recordId: provisionalId(name),
    action: { verb: 'create', values: { name } },
  });
  const { rejected } = await fleet.stage(customer('vale'), add(provisionalId('vale'), 'learn.vale.example'));
  expect(rejected).toEqual([]);
  expect(await fleet.reconcile()).toMatchObject({ refused: 0, left: 0 });
  const made = (await fleet.rows('application')).find(({ name }) => name === 'vale');
  expect(await domain(fleet, 'learn.vale.example')).toMatchObject({
    applicationId: made?.id,
    rank: 'primary',
  });

  const { staged } = await fleet.stage(customer('never'), add(provisionalId('never'), 'learn.never.example'));
  const creation = staged.find(({ entity }) => entity === 'application');
  await fleet.engine.call('withdraw', { intentIds: creation ? [creation.id] : [] });
  expect((await fleet.rows('domain')).some(({ name }) => name === 'learn.never.example')).toBe(false);
});

it('refuses before it is staged what the service would refuse', async () => {
  const fleet = await openFleet();
  const [first] = await fleet.rows('application');
  const { rejected } = await fleet.stage(
    add(first?.id ?? '', 'campus.bit.example'),
    add(first?.id ?? '', 'no domain'),
    add('app_none', 'some.example'),
    add(first?.id ?? '', 'proxied.example', { proxyPath: 'x/y' }),
  );
  expect(rejected.map(({ failure }) => failure.code)).toEqual(Array(4).fill(expect.any(String)));
  expect(rejected).toHaveLength(4);
});
