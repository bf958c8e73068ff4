import { provisionalId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { pushDrafts } from '@shared/domain/limits/push';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

type Fleet = Awaited<ReturnType<typeof openFleet>>;
const seats = 'config.organization_settings.max_allowed_memberships';

const keep = (
  { engine }: Fleet,
  book: 'customerPlan' | 'customerSubscription' | 'applicationGroup',
  values: object,
) =>
  engine.call('writeBook', {
    book,
    put: Object.entries(values).map(([id, value]) => ({ id, value: value as JsonValue })),
    by: 'Ada',
  });

const customer = async ({ engine }: Fleet, id: string) => {
  const [row] = valueIn(await engine.call('customers', { ids: [id] }));
  if (row === undefined) throw new Error(`there is no ${id}`);
  return row;
};

const add = (applicationId: string, name: string): IntentDraft => ({
  entity: 'domain',
  recordId: provisionalId(name),
  action: { verb: 'create', values: { applicationId, name } },
});

async function withPlans(): Promise<{ fleet: Fleet; id: string; used: number }> {
  const fleet = await openFleet();
  const ashford = (await fleet.rows('application')).find(({ name }) => name === 'Ashford University');
  const id = ashford?.id ?? '';
  const used = (await customer(fleet, id)).limits.find(({ limit }) => limit === 'domains')?.used ?? 0;
  valueIn(
    await keep(fleet, 'customerPlan', {
      base: { name: 'Base', limits: { domains: used + 1, connections: 0 } },
      pro: { name: 'Pro', inherits: 'base', limits: { seats: 20 } },
    }),
  );
  valueIn(await keep(fleet, 'customerSubscription', { [id]: { plan: 'pro', since: '2026-01-01' } }));
  return { fleet, id, used };
}

it('a customer’s limits say where they come from; what the pools tell is counted when it is asked for', async () => {
  const { fleet, id, used } = await withPlans();
  const before = await customer(fleet, id);
  expect(before).toMatchObject({ plan: 'pro', planName: 'Pro', countedAt: null });
  const of = (row: typeof before, name: string) => row.limits.find(({ limit }) => limit === name);
  expect(of(before, 'domains')).toMatchObject({
    source: 'plan',
    says: 'Base',
    value: used + 1,
    used,
    level: 'free',
  });
  expect(of(before, 'people')).toMatchObject({ used: null, source: 'default', value: 'unlimited' });
  expect(valueIn(await fleet.engine.call('countCustomers', { ids: [id] }))).toEqual({
    counted: 1,
    failed: [],
  });
  const after = await customer(fleet, id);
  const { total_count: people } = (await fleet.ask(
    '/users/count',
    {},
    fleet.sandbox.keys[fleet.sandbox.applications.findIndex(({ name }) => name === 'Ashford University')],
  )) as { total_count: number };
  expect(of(after, 'people')?.used).toBe(people);
  expect(of(after, 'seats')?.used).toBeGreaterThan(0);
  // A page of applications shows it beside the row.
  const page = valueIn(await fleet.engine.call('page', { entity: 'application', limit: 200 }));
  expect(page.extras[id]).toMatchObject({ customer: { planName: 'Pro', id } });
});

it('a plan that is somebody’s stays, a subscription names a plan there is, and an override has a reason', async () => {
  const { fleet, id } = await withPlans();
  const removed = await fleet.engine.call('writeBook', { book: 'customerPlan', remove: ['pro'] });
  expect(removed).toMatchObject({ ok: false, error: { message: expect.stringContaining('one customer') } });
  const tried = await fleet.engine.call('tryWriteBook', { book: 'customerPlan', remove: ['pro'] });
  expect(tried).toEqual(removed);
  const round = await keep(fleet, 'customerPlan', { base: { name: 'Base', inherits: 'pro' } });
  expect(round).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Base → Pro → Base') },
  });
  const missing = await keep(fleet, 'customerSubscription', { [id]: { plan: 'gold', since: 0 } });
  expect(missing).toMatchObject({ ok: false, error: { message: expect.stringContaining('gold') } });
  const bare = { plan: 'pro', since: 0, overrides: [{ limit: 'seats', value: 3, reason: ' ' }] };
  const why = await keep(fleet, 'customerSubscription', { [id]: bare });
  expect(why).toMatchObject({ ok: false, error: { message: expect.stringContaining('it needs a reason') } });
});

it('what a plan does not hold is refused before it is staged, with plan and source', async () => {
  const { fleet, id } = await withPlans();
  const two = await fleet.stage(add(id, 'one.ashford.example'), add(id, 'two.ashford.example'));
  expect(two.staged).toHaveLength(1);
  expect(two.rejected).toMatchObject([{ index: 1, failure: { code: 'limit' } }]);
  expect(two.rejected[0]?.failure.message).toMatch(/Ashford University may have \d+ domains \(plan Base\)/);
  const edit = (field: string, value: JsonValue): IntentDraft => ({
    entity: 'application',
    recordId: id as never,
    action: { verb: 'update', field, value },
  });
  const refused = async (field: string, value: JsonValue) =>
    (await fleet.stage(edit(field, value))).rejected[0]?.failure.message;
  expect(await refused(seats, 30)).toContain('20 seats (plan Pro): 30 would be more');
  expect(await refused('config.connection_oauth_slack.enabled', true)).toContain('0 connections');
  const override = { limit: 'domains', value: 'unlimited', reason: 'contract 7' };
  valueIn(
    await keep(fleet, 'customerSubscription', { [id]: { plan: 'pro', since: 0, overrides: [override] } }),
  );
  expect((await fleet.stage(add(id, 'two.ashford.example'))).rejected).toEqual([]);
});

it('domains of which there may be more are told as not known, and what is known of them fills a plan all the same', async () => {
  const { fleet, id, used } = await withPlans();
  const told = async () => (await customer(fleet, id)).limits.find(({ limit }) => limit === 'domains');
  expect(await told()).toMatchObject({ used, atLeast: used });
  // Of one domain the service does not say which application it is of.
  fleet.proxy.alter = ({ path, status, body }) => {
    if (path !== '/platform/domains' || status !== 200) return undefined;
    const { data, ...rest } = body as { readonly data: readonly { readonly application?: { id: string } }[] };
    const stray = data.findIndex(({ application }) => application?.id !== id);
    const altered = data.map((one, at) => (at === stray ? { ...one, application: undefined } : one));
    return { body: { ...rest, data: altered } };
  };
  await fleet.sync();
  expect(await told()).toMatchObject({ used: null, atLeast: used, level: 'unknown', beyond: null });
  const two = await fleet.stage(add(id, 'one.ashford.example'), add(id, 'two.ashford.example'));
  expect(two.rejected).toMatchObject([{ index: 1, failure: { code: 'limit' } }]);
  expect(two.rejected[0]?.failure.message).toContain('or more: not all of them are known here');

  // A domain whose status alone could not be read is there, and counts.
  fleet.heal();
  const refused = { status: 403, body: { errors: [{ code: 'authorization_invalid', message: 'no' }] } };
  fleet.proxy.block = ({ path }) => (path.endsWith('/status') ? refused : undefined);
  await fleet.sync();
  expect(await told()).toMatchObject({ used: used + 1, level: 'full' });
});

it('a plan that gives less than when a change was staged stops it in the plan, and lets it go when it gives more', async () => {
  const { fleet, id, used } = await withPlans();
  const slack = 'config.connection_oauth_slack.enabled';
  const domains = (count: number, connections: number) =>
    keep(fleet, 'customerPlan', {
      base: { name: 'Base', limits: { domains: count, connections } },
      pro: { name: 'Pro', inherits: 'base', limits: { seats: 20 } },
    });
  valueIn(await domains(used + 2, 50));
  const edit = (field: string, value: JsonValue): IntentDraft => ({
    entity: 'application',
    recordId: id as never,
    action: { verb: 'update', field, value },
  });
  const staged = await fleet.stage(
    add(id, 'one.ashford.example'),
    add(id, 'two.ashford.example'),
    edit(slack, true),
    edit(seats, 15),
  );
  expect(staged.rejected).toEqual([]);
  const verdicts = async () =>
    Object.fromEntries(
      (await fleet.plan()).steps.map(({ verb, label, field, verdict, reason }) => [
        verb === 'create' ? label : field,
        verdict === 'refused' ? reason : verdict,
      ]),
    );
  const fits = { 'one.ashford.example': 'clean', 'two.ashford.example': 'clean', [slack]: 'clean' };
  expect(await verdicts()).toEqual({ ...fits, [seats]: 'clean' });
  valueIn(await domains(used + 1, 0));
  expect(await verdicts()).toEqual({
    'one.ashford.example': 'clean',
    'two.ashford.example': expect.stringMatching(/Ashford University may have \d+ domains? \(plan Base\)/),
    [slack]: expect.stringContaining('0 connections (plan Base)'),
    [seats]: 'clean',
  });
  await fleet.reconcile();
  const asked = fleet.writes().join('\n');
  expect(asked.match(/POST .*\/domains/g)).toHaveLength(1);
  valueIn(await domains(used + 2, 50));
  expect(await verdicts()).toEqual({ 'two.ashford.example': 'clean', [slack]: 'clean' });
});

it('a plan given before its application exists is that of the application once it is made', async () => {
  const { fleet } = await withPlans();
  const own = provisionalId('vale');
  const create: IntentDraft = {
    entity: 'application',
    recordId: own,
    action: { verb: 'create', values: { name: 'Vale College' } },
  };
  expect((await fleet.stage(create)).rejected).toEqual([]);
  valueIn(await keep(fleet, 'customerSubscription', { [own]: { plan: 'pro', since: 0 } }));
  valueIn(await keep(fleet, 'applicationGroup', { pilot: { name: 'Pilot', members: [own] } }));
  const allow = async (value: number) => {
    const action = { verb: 'update', field: seats, value } as const;
    const { rejected } = await fleet.stage({ entity: 'application', recordId: own, action });
    return rejected.map(({ failure }) => failure.message);
  };
  expect(await allow(50)).toEqual(['Vale College may have 20 seats (plan Pro): 50 would be more.']);
  expect(await allow(20)).toEqual([]);
  expect(await fleet.reconcile()).toMatchObject({ refused: 0, conflicts: 0 });
  const made = (await fleet.rows('application')).find(({ name }) => name === 'Vale College');
  expect(made?.id).toMatch(/^app_/);
  expect((await customer(fleet, made?.id ?? '')).planName).toBe('Pro');
  const [group] = valueIn(await fleet.engine.call('book', { book: 'applicationGroup' }));
  expect(group?.value).toMatchObject({ members: [made?.id] });
  const past = valueIn(await fleet.engine.call('bookPast', { book: 'customerSubscription' }));
  expect(past.map(({ id }) => id)).toContain(made?.id);
});

it('less than the service has is no raise, though it is more than was agreed', async () => {
  const { fleet, id } = await withPlans();
  const config = `/platform/applications/${id}/instances/production/config`;
  const body = JSON.stringify({ organization_settings: { max_allowed_memberships: 500 } });
  await fleet.ask(config, { method: 'PATCH', body });
  await fleet.sync();
  const set = (value: number): IntentDraft => ({
    entity: 'application',
    recordId: id as never,
    action: { verb: 'update', field: seats, value },
  });
  expect((await fleet.stage(set(600))).rejected).toHaveLength(1);
  expect((await fleet.stage(set(300))).rejected).toEqual([]);
});

it('pushes what was agreed, and sees what somebody changed by hand since', async () => {
  const { fleet, id } = await withPlans();
  const [draft, ...others] = pushDrafts(valueIn(await fleet.engine.call('customers', {})));
  expect(others).toEqual([]);
  expect(draft).toMatchObject({ recordId: id, action: { field: seats, value: 20 } });
  if (draft === undefined) return;
  expect((await fleet.stage(draft)).rejected).toEqual([]);
  expect((await customer(fleet, id)).pushes).toMatchObject([{ state: 'staged' }]);
  await fleet.reconcile();
  const config = `/platform/applications/${id}/instances/production/config`;
  expect(await fleet.ask(config)).toMatchObject({ organization_settings: { max_allowed_memberships: 20 } });
  expect((await customer(fleet, id)).pushes).toMatchObject([{ state: 'same', held: 20 }]);
  const body = JSON.stringify({ organization_settings: { max_allowed_memberships: 50 } });
  await fleet.ask(config, { method: 'PATCH', body });
  await fleet.sync();
  expect((await customer(fleet, id)).pushes).toMatchObject([{ state: 'by-hand', held: 50, wanted: 20 }]);
});

it('plans and overrides come from a CSV file: each line is told first, and what is refused changes nothing', async () => {
  const { fleet, id } = await withPlans();
  const other = (await fleet.rows('application')).find((row) => row.id !== id);
  const text = [
    '\ufeffapplicationId;plan;since;limit;value;until;reason',
    `${id};pro;2026-01-01;;;;`,
    `${other?.name};Base;2026-02-01;seats;40;2027-01-01;contract 9`,
    `${other?.id};;;seats;unlimited;;`,
    'app_nobody;pro;;;;;',
    `${other?.id};gold;;;;;`,
    `${other?.id};;;domains;7;;a move`,
  ].join('\r\n');
  const look = valueIn(await fleet.engine.call('importSubscriptions', { text }));
  expect(look.rows.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
    '2 same',
    '3 new',
    '4 refused',
    '5 refused',
    '6 refused',
    '7 changed',
  ]);
  expect(look.rows[2]?.why).toBe('An override needs a reason');
  expect((await customer(fleet, other?.id ?? '')).plan).toBe('');
  const kept = valueIn(await fleet.engine.call('importSubscriptions', { text, keep: true, by: 'Ada' }));
  expect(kept.summary).toEqual({ same: 1, changed: 1, new: 1, refused: 3 });
  const row = await customer(fleet, other?.id ?? '');
  expect(row.limits.find(({ limit }) => limit === 'seats')).toMatchObject({
    value: 40,
    source: 'override',
    next: { at: Date.parse('2027-01-01') },
  });
  const again = valueIn(await fleet.engine.call('importSubscriptions', { text, keep: true }));
  expect(again.summary).toMatchObject({ same: 3, changed: 0, new: 0 });
  const odd = await fleet.engine.call('importSubscriptions', { text: 'application,plann\nx,y' });
  expect(odd).toMatchObject({ ok: false, error: { message: expect.stringContaining('“plann”') } });
});
