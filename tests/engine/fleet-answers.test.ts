import { readField } from '@shared/domain/field-path';
import { provisionalId, type RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { openFleet } from './open-fleet';

type Fleet = Awaited<ReturnType<typeof openFleet>>;
type Entity = 'application' | 'domain';

const create = (entity: Entity, values: JsonObject): IntentDraft => ({
  entity,
  recordId: provisionalId(String(values.name)),
  action: { verb: 'create', values },
});
const perform = (entity: Entity, recordId: RecordId, operation: string, values = {}): IntentDraft => ({
  entity,
  recordId,
  action: { verb: 'perform', operation, values },
});
const rename = ({ id, name }: { id: RecordId; name: string }, value: string): IntentDraft => ({
  entity: 'domain',
  recordId: id,
  action: { verb: 'update', field: 'name', value, base: name },
});

const named = async <E extends Entity>({ rows }: Fleet, entity: E, name: string) => {
  const found = (await rows(entity)).find((row) => row.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};
/** Ashford University has the one domain; a further one beside it. */
const withFurther = async (fleet: Fleet) => {
  const { id } = await named(fleet, 'application', 'Ashford University');
  await fleet.stage(create('domain', { applicationId: id, name: 'two.ashford.example' }));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  const domains = (await fleet.rows('domain')).filter(({ applicationId }) => applicationId === id);
  const primary = domains.find(({ rank }) => rank === 'primary');
  const further = domains.find(({ name }) => name === 'two.ashford.example');
  if (primary === undefined || further === undefined) throw new Error('both are there');
  return { id, primary, further };
};
const refused = { status: 403, body: { errors: [{ code: 'authorization_invalid', message: 'no' }] } };
const primaryNow = async ({ ask }: Fleet, application: string): Promise<JsonValue | undefined> => {
  const list = (await ask(`/platform/applications/${application}/domains`)) as { data: JsonObject[] };
  return list.data.find((one) => one.is_provider_domain === false)?.name;
};

it('an application that was made is made, whatever the reads after it say', async () => {
  const fleet = await openFleet();
  await fleet.stage(create('application', { name: 'Vale', domain: 'learn.vale.example' }));
  fleet.proxy.alter = ({ method, path }) =>
    method === 'GET' && /config$|domains$/.test(path) ? refused : undefined;
  expect(await fleet.reconcile()).toMatchObject({ applied: 1, unknown: 0, left: 0 });
  expect(fleet.writes()).toEqual(['POST /platform/applications']);
  expect(await named(fleet, 'application', 'Vale')).toMatchObject({
    state: 'synced',
    id: expect.stringMatching(/^app_/),
    domain: 'learn.vale.example',
  });
});

it('the key of a new production instance is shown, though reads still show the development one', async () => {
  const fleet = await openFleet();
  const post = { method: 'POST', body: JSON.stringify({ name: 'Tried', template: 'waitlist' }) };
  await fleet.ask('/platform/applications', post);
  await fleet.sync();
  const { id } = await named(fleet, 'application', 'Tried');
  const before = await fleet.ask(`/platform/applications/${id}`);
  await fleet.stage(perform('application', id, 'createProduction', { domain: 'tried.example' }));
  fleet.proxy.alter = ({ method, path }) =>
    method === 'GET' && path === `/platform/applications/${id}` ? { body: before } : undefined;
  expect(await fleet.reconcile()).toMatchObject({
    applied: 1,
    secrets: [{ secret: expect.stringContaining('sk_live_') }],
  });
  expect(await named(fleet, 'application', 'Tried')).toMatchObject({
    environment: 'production',
    domain: 'tried.example',
    // Cloned from the development one.
    config: { auth_access_control: { sign_up_mode: 'waitlist' } },
  });
});

it('a domain that became the primary one is, though reads lag; and the one before it is a further one', async () => {
  const fleet = await openFleet();
  const { id, primary, further } = await withFurther(fleet);
  await fleet.stage(perform('domain', further.id, 'makePrimary'));
  const before = await fleet.ask(`/platform/domains/${further.id}`);
  fleet.proxy.alter = ({ method, path }) =>
    method === 'GET' && path === `/platform/domains/${further.id}` ? { body: before } : undefined;
  expect(await fleet.reconcile()).toMatchObject({ applied: 1, refused: 0 });
  expect(await primaryNow(fleet, id)).toBe(further.name);
  expect(await named(fleet, 'domain', further.name)).toMatchObject({ rank: 'primary', state: 'synced' });
  expect(await named(fleet, 'domain', primary.name)).toMatchObject({ rank: 'further', state: 'synced' });
});

it('renames the domain that was meant, and no other one', async () => {
  const fleet = await openFleet();
  const { id, primary, further } = await withFurther(fleet);
  // Somebody makes another one the primary one meanwhile.
  await fleet.stage(rename(primary, 'old.ashford.example'));
  const body = JSON.stringify({ name: further.name });
  await fleet.ask(`/platform/applications/${id}/domain`, { method: 'PATCH', body });
  expect(await fleet.reconcile()).toMatchObject({ applied: 0, refused: 1 });
  expect(await fleet.ask(`/platform/domains/${further.id}`)).toMatchObject({ name: further.name });
  await fleet.sync();

  // Made the primary one and renamed in one go: by its own name first.
  await fleet.stage(perform('domain', primary.id, 'makePrimary'));
  await fleet.stage(rename(primary, 'new.ashford.example'));
  expect(await fleet.reconcile()).toMatchObject({ applied: 2, refused: 0 });
  expect(await fleet.ask(`/platform/domains/${primary.id}`)).toMatchObject({ name: 'new.ashford.example' });
  expect(await fleet.ask(`/platform/domains/${further.id}`)).toMatchObject({ name: further.name });

  // One is renamed while another takes its place: whichever goes first, neither gets the other's name.
  const held = await named(fleet, 'domain', 'new.ashford.example');
  await fleet.stage(rename(held, 'newer.ashford.example'), perform('domain', further.id, 'makePrimary'));
  expect(await fleet.reconcile()).toMatchObject({ unknown: 0, left: 0 });
  expect(await fleet.ask(`/platform/domains/${further.id}`)).toMatchObject({ name: further.name });
  expect(await primaryNow(fleet, id)).toBe(further.name);
});

it('says nothing of what nobody looked at, and keeps what was found before', async () => {
  const fleet = await openFleet();
  const { id } = await named(fleet, 'application', 'Ashford University');
  await fleet.stage(create('domain', { applicationId: id, name: 'two.ashford.example' }));
  fleet.proxy.alter = ({ method, path }) =>
    method === 'GET' && path.endsWith('/status') ? refused : undefined;
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  const made = await named(fleet, 'domain', 'two.ashford.example');
  const { host, value } = (made.cnameTargets as JsonObject[])[0] ?? {};
  expect(made.dns).toBe('');
  const targets: unknown = made.cnameTargets;
  expect(targets).toContainEqual({ host, value, required: true });

  fleet.heal();
  await fleet.sync();
  const found = await named(fleet, 'domain', made.name);
  const { dns, mail } = found;
  const cnameTargets: unknown = found.cnameTargets;
  expect(dns).toBe('not_started');
  fleet.proxy.alter = ({ method, path }) =>
    method === 'GET' && path.endsWith('/status') ? refused : undefined;
  await fleet.stage(perform('domain', made.id, 'makePrimary'));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  expect(await named(fleet, 'domain', made.name)).toMatchObject({ rank: 'primary', dns, mail, cnameTargets });
});

it('which domain is the primary one is never guessed', async () => {
  const fleet = await openFleet();
  const { id, primary, further } = await withFurther(fleet);
  const altered = (body: unknown, change: (list: JsonObject[]) => JsonObject[]) => {
    const list = body as { data: JsonObject[] };
    return { body: { ...list, data: change(list.data) } };
  };
  fleet.proxy.alter = ({ method, path, body }) => {
    if (method !== 'GET') return undefined;
    if (path === `/platform/applications/${id}/domains`) return altered(body, (list) => [...list].reverse());
    if (path !== '/platform/domains') return undefined;
    return altered(body, (list) => list.map(({ is_provider_domain: _, ...one }) => one));
  };
  await fleet.sync();
  expect(await named(fleet, 'application', 'Ashford University')).toMatchObject({ domain: primary.name });
  expect(new Set((await fleet.rows('domain')).map(({ rank }) => rank))).toEqual(new Set(['']));
  const { rejected } = await fleet.stage(
    rename(primary, 'other.ashford.example'),
    perform('domain', further.id, 'makePrimary'),
  );
  expect(rejected).toHaveLength(2);
});

it('a template that has other settings by now is told in the plan; of one that is gone nothing is made', async () => {
  const fleet = await openFleet();
  const [template] = await fleet.rows('application');
  if (template === undefined) throw new Error('the platform has an application');
  for (const name of ['Vale', 'ValeTwo'])
    await fleet.stage(create('application', { name, from: template.id }));
  const at = `/platform/applications/${template.id}`;
  const body = JSON.stringify({ auth_password: { min_length: 19 } });
  await fleet.ask(`${at}/instances/production/config`, { method: 'PATCH', body });
  const { steps } = await fleet.plan();
  // All of it goes with the application again: nothing of it lasts.
  expect(steps.filter(({ irreversible }) => irreversible)).toEqual([]);
  const noted = steps.filter(({ reason }) => reason !== '');
  expect(noted.map(({ label, verdict, mine }) => [label, verdict, readField({ mine }, 'mine.key')])).toEqual([
    ['Vale', 'clean', 'auth_password'],
    ['ValeTwo', 'clean', 'auth_password'],
  ]);
  await fleet.ask(at, { method: 'DELETE' });
  const verdicts = new Map((await fleet.plan()).steps.map(({ verb, verdict }) => [verb, verdict]));
  expect([...verdicts]).toEqual([
    ['create', 'refused'],
    ['perform', 'blocked'],
  ]);
  expect(await fleet.reconcile()).toMatchObject({ applied: 0, alreadySo: 0 });
  expect(fleet.writes()).toEqual([]);
});
