import { readField } from '@shared/domain/field-path';
import { provisionalId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

type Fleet = Awaited<ReturnType<typeof openFleet>>;

const named = async ({ rows }: Fleet, name: string) =>
  (await rows('application')).filter((row) => row.name === name);

const one = async (fleet: Fleet, name: string) => {
  const [found] = await named(fleet, name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

const creation = (values: { name: string; from?: string; domain?: string }): IntentDraft => ({
  entity: 'application',
  recordId: provisionalId(values.name.replaceAll(' ', '-')),
  action: { verb: 'create', values },
});

/** Keys of the production instance of an application. */
const keyOf = async ({ ask }: Fleet, id: string): Promise<string> => {
  const shown = (await ask(`/platform/applications/${id}?include_secret_keys=true`)) as {
    readonly instances: readonly { readonly environment_type: string; readonly secret_key: string }[];
  };
  return shown.instances.find((each) => each.environment_type === 'production')?.secret_key ?? '';
};

it('a new application takes config, roles, lists and templates over from another one, and no people', async () => {
  const fleet = await openFleet();
  const template = await one(fleet, 'Ashford University');
  const theirs = await keyOf(fleet, template.id);
  for (const [list, body] of [
    ['/redirect_urls', { url: 'ashford://back' }],
    ['/allowlist_identifiers', { identifier: '*@a.example' }],
    ['/jwt_templates', { name: 'api', claims: { plan: 'pro' } }],
  ] as const)
    await fleet.ask(list, { method: 'POST', body: JSON.stringify(body) }, theirs);

  const { staged, rejected } = await fleet.stage(
    creation({ name: 'Vale', from: template.id, domain: 'learn.vale.example' }),
  );
  expect(rejected).toEqual([]);
  // Renamed before it is made: its pages say the new name, too.
  await fleet.stage({
    entity: 'application',
    recordId: (await one(fleet, 'Vale')).id,
    action: { verb: 'update', field: 'name', value: 'Vale College' },
  });
  // What it is given of its own goes behind what is taken over, and over it; one is what a new application has anyway.
  const { id } = await one(fleet, 'Vale College');
  const own = { 'config.branding.primary_color': '#0a5c36', 'config.auth_passkey.enabled': false };
  expect(readField(template, 'config.auth_passkey.enabled')).toBe(true);
  for (const [field, value] of Object.entries(own))
    await fleet.stage({ entity: 'application', recordId: id, action: { verb: 'update', field, value } });
  expect(staged.map(({ action }) => action.verb)).toContain('perform');
  const before = await one(fleet, 'Vale College');
  expect(before).toMatchObject({
    state: 'pending',
    staged: { verb: 'create' },
    domain: 'learn.vale.example',
    config: { branding: { application_name: 'Vale College' } },
  });
  expect(readField(before, 'config.auth_password')).toEqual(readField(template, 'config.auth_password'));
  const plan = await fleet.plan();
  expect(plan.steps[0]).toMatchObject({ verdict: 'clean', call: 'POST /platform/applications' });
  expect(JSON.stringify(plan)).not.toContain('sk_live_');

  // What is not paid for is refused, and holds nothing else up.
  const report = await fleet.reconcile();
  expect(report).toMatchObject({ refused: 1, unknown: 0, left: 0, conflicts: 0 });
  expect(report.applied + report.alreadySo).toBe(staged.length + Object.keys(own).length - 1);
  const made = await one(fleet, 'Vale College');
  expect(made.id).toMatch(/^app_/);
  const path = `/platform/applications/${made.id}`;
  const config = (await fleet.ask(`${path}/instances/production/config`)) as Record<string, unknown>;
  expect(config.auth_password).toEqual(template.config.auth_password);
  // Nobody of the new one is sent to the template's pages, or writes to its people.
  expect(config.branding).toEqual({
    ...(template.config.branding as object),
    application_name: 'Vale College',
    primary_color: '#0a5c36',
    terms_url: null,
    support_email: null,
  });
  expect(config.auth_passkey).toEqual({ enabled: false });
  expect(JSON.stringify(config)).not.toMatch(/ashford/i);
  const { entries } = valueIn(await fleet.engine.call('history', { recordId: made.id, limit: 200 }));
  expect(entries.filter(({ source }) => source === 'remote')).toEqual([]);
  expect(await fleet.ask(`${path}/domains`)).toMatchObject({ data: [{ name: 'learn.vale.example' }] });

  const ours = await keyOf(fleet, made.id);
  const keys = async (list: string, key: string) => {
    const read = async (secret: string) => {
      const body = (await fleet.ask(`${list}?limit=500`, {}, secret)) as { data?: Record<string, unknown>[] };
      return (body.data ?? (body as unknown as Record<string, unknown>[])).map((row) => row[key]).sort();
    };
    return [await read(ours), await read(theirs)];
  };
  for (const [list, key] of [
    ['/organization_permissions', 'key'],
    ['/organization_roles', 'key'],
    ['/redirect_urls', 'url'],
    ['/allowlist_identifiers', 'identifier'],
    ['/jwt_templates', 'name'],
  ] as const) {
    const [made, wanted] = await keys(list, key);
    // A role of its own that it was made with stays.
    expect([list, made]).toEqual([list, expect.arrayContaining(wanted ?? [])]);
    expect(wanted?.length).toBeGreaterThan(0);
  }
  expect(await fleet.ask('/users/count', {}, ours)).toMatchObject({ total_count: 0 });
});

it('is made once, also where its answer is lost; withdrawn as a whole; deleted once', async () => {
  const fleet = await openFleet();
  const template = await one(fleet, 'Bergen Institute of Technology');
  await fleet.stage(creation({ name: 'Lost College', from: template.id }));
  fleet.loseAnswers(/applications$/);
  await fleet.reconcile();
  fleet.heal();
  await fleet.reconcile();
  await fleet.reconcile();
  const posts = fleet.writes().filter((asked) => asked === 'POST /platform/applications');
  expect(posts).toHaveLength(1);
  // Nothing tells ours from another of that name: it is asked about, and left alone until then.
  const [asked, ...onIt] = (await fleet.plan()).steps;
  expect(asked).toMatchObject({ verb: 'create', verdict: 'conflict', theirs: { name: 'Lost College' } });
  const before = fleet.writes().length;
  await fleet.reconcile({ [asked?.intentId ?? '']: { choose: 'theirs' } });
  expect(onIt.length).toBeGreaterThan(0);
  expect(await fleet.plan()).toMatchObject({ steps: [] });
  expect(fleet.writes()).toHaveLength(before);
  await fleet.sync();
  expect(await named(fleet, 'Lost College')).toHaveLength(1);

  await fleet.stage(creation({ name: 'Second thoughts', from: template.id }));
  valueIn(await fleet.engine.call('undo', {}));
  expect(await named(fleet, 'Second thoughts')).toEqual([]);

  const made = await one(fleet, 'Lost College');
  await fleet.stage({ entity: 'application', recordId: made.id, action: { verb: 'delete' } });
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  expect(await named(fleet, 'Lost College')).toEqual([]);
});

it('a namesake that nobody has copied yet is never taken for ours, nor its settings touched', async () => {
  const fleet = await openFleet();
  const template = await one(fleet, 'Ashford University');
  await fleet.stage(creation({ name: 'Twin College', from: template.id }));
  const theirs = (await fleet.ask('/platform/applications', {
    method: 'POST',
    body: JSON.stringify({ name: 'Twin College', environment_types: ['development', 'production'] }),
  })) as { readonly application_id: string };
  const config = () =>
    fleet.ask(`/platform/applications/${theirs.application_id}/instances/production/config`);
  const before = await config();
  fleet.refuse(/applications$/);
  const refused = await fleet.reconcile();
  expect(refused).toMatchObject({ applied: 0, alreadySo: 0, refused: 1 });
  expect(await config()).toEqual(before);
  const posted = 'POST /platform/applications';
  expect(fleet.writes().filter((asked) => asked !== posted)).toEqual([]);
});

it('is renamed to no name that another has', async () => {
  const fleet = await openFleet();
  const ashford = await one(fleet, 'Ashford University');
  await fleet.stage(creation({ name: 'Vale College' }));
  const vale = await one(fleet, 'Vale College');
  const rename = (recordId: typeof vale.id, value: string): IntentDraft => ({
    entity: 'application',
    recordId,
    action: { verb: 'update', field: 'name', value },
  });
  for (const [id, name] of [
    [vale.id, 'Ashford University'],
    [ashford.id, 'Vale College'],
  ] as const)
    expect((await fleet.stage(rename(id, name))).rejected).toMatchObject([
      { failure: { message: `Name ${name} is taken.` } },
    ]);
  expect((await fleet.stage(rename(vale.id, 'One'), rename(ashford.id, 'One'))).rejected).toHaveLength(1);
  expect((await fleet.stage(rename(ashford.id, 'ASHFORD University'))).rejected).toEqual([]);
});

it('what is staged inside of it falls with it, whether it exists or is only staged', async () => {
  const fleet = await openFleet();
  const within = (applicationId: string, name: string): IntentDraft => ({
    entity: 'domain',
    recordId: provisionalId(name),
    action: { verb: 'create', values: { name, applicationId } },
  });
  const ending = (recordId: IntentDraft['recordId']): IntentDraft => ({
    entity: 'application',
    ...(recordId && { recordId }),
    action: { verb: 'delete' },
  });
  await fleet.stage(creation({ name: 'Second thoughts' }));
  const thought = await one(fleet, 'Second thoughts');
  expect((await fleet.stage(within(thought.id, 'second.example'))).rejected).toEqual([]);
  await fleet.stage(ending(thought.id));
  expect((await fleet.plan()).steps).toEqual([]);

  const ashford = await one(fleet, 'Ashford University');
  await fleet.stage(within(ashford.id, 'summer.ashford.example'));
  await fleet.stage(ending(ashford.id));
  expect((await fleet.plan()).steps).toMatchObject([{ entity: 'application', verb: 'delete' }]);
});

it('acts are checked: a domain by its form, and nothing is taken over but by a creation', async () => {
  const fleet = await openFleet();
  const ashford = await one(fleet, 'Ashford University');
  await fleet.ask('/platform/applications', { method: 'POST', body: JSON.stringify({ name: 'Tried' }) });
  await fleet.sync();
  const tried = await one(fleet, 'Tried');
  const act = (recordId: typeof tried.id, operation: string, values: JsonObject): IntentDraft => ({
    entity: 'application',
    recordId,
    action: { verb: 'perform', operation, values },
  });
  const { rejected } = await fleet.stage(
    act(tried.id, 'createProduction', { domain: 'https://tried.example' }),
    act(ashford.id, 'takeConfig', { key: 'branding', value: { application_name: '••••' } }),
    act(ashford.id, 'takeSetup', { from: 'app_none' }),
  );
  expect(rejected.map(({ failure }) => failure.message)).toEqual([
    expect.stringContaining('is no domain'),
    expect.stringContaining('Take settings over'),
    expect.stringContaining('not by itself'),
  ]);
  await fleet.stage(act(tried.id, 'createProduction', { domain: ' Tried.Example ' }));
  expect(await one(fleet, 'Tried')).toMatchObject({ domain: 'tried.example' });
});

it('is refused before it is staged where it cannot be', async () => {
  const fleet = await openFleet();
  const { rejected } = await fleet.stage(
    creation({ name: 'Ashford University' }),
    creation({ name: 'Odd', domain: 'no domain' }),
    creation({ name: 'Taken', domain: 'campus.bit.example' }),
    creation({ name: 'Of nothing', from: 'app_none' }),
    creation({ name: 'Fine' }),
    creation({ name: 'Fine too' }),
  );
  expect(rejected.map(({ failure }) => failure.message)).toEqual([
    'Name Ashford University is taken.',
    '"no domain" is no domain: such as shop.acme.com, without https://.',
    'Domain campus.bit.example is taken.',
    'There is no application app_none to take over from.',
  ]);
});

it('gets new keys, shown once, the old ones for a while', async () => {
  const fleet = await openFleet();
  const ashford = await one(fleet, 'Ashford University');
  const old = await keyOf(fleet, ashford.id);
  const rotate = (overlapHours: number): IntentDraft => ({
    entity: 'application',
    recordId: ashford.id,
    action: { verb: 'perform', operation: 'rotateKeys', values: { overlapHours } },
  });
  expect((await fleet.stage(rotate(1_000))).rejected).toHaveLength(1);
  // Twice in one run would end the keys that the first one shows.
  expect((await fleet.stage(rotate(2), rotate(0))).rejected).toHaveLength(1);
  await fleet.stage(rotate(24));
  await fleet.stage(rotate(2));
  const report = await fleet.reconcile();
  const now = await keyOf(fleet, ashford.id);
  expect(report).toMatchObject({ applied: 1, secrets: [{ secret: expect.stringContaining(now) }] });
  expect(now).not.toBe(old);
  await fleet.ask('/users/count', {}, old);
  await fleet.ask('/users/count', {}, now);
  const history = valueIn(await fleet.engine.call('history', { recordId: ashford.id, limit: 10 }));
  expect(JSON.stringify([history, await fleet.rows('application')])).not.toContain('sk_live_');
});
