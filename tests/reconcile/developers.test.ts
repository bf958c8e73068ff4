import { readOldKeys, withOldKeys } from '@main/reconcile/service/old-keys';
import { ShownSecret } from '@shared/contract/plan';
import { OldKey } from '@shared/contract/status';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { applicationRow } from '../domain/application-row';
import { intentOf } from '../domain/intent-of';
import { valueIn } from '../support/value-in';
import { openWorld } from './open-world';
import { type ReconcileRig, startReconcile } from './reconcile-rig';
import { throughProxy } from './through-proxy';

const client = (values: Readonly<Record<string, JsonValue>>): IntentDraft => ({
  entity: 'oauthApplication',
  action: { verb: 'create', values: { name: 'Portal', redirectUris: ['https://a.example/cb'], ...values } },
});

/** Everything that a workspace keeps, as a text. */
const kept = async ({ store }: ReconcileRig): Promise<string> =>
  JSON.stringify([
    await store.list('oauthApplication', []),
    await store.list('machine', []),
    await store.intents({}),
    await store.history({ limit: 200 }),
  ]);

it('a secret is told to whoever reconciles, once, and kept nowhere', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  await rig.stage(client({}), client({ name: 'Phone', public: true }), {
    entity: 'machine',
    action: { verb: 'create', values: { name: 'cron' } },
  });
  const { applied, secrets } = await rig.reconcile();
  // Nothing in a public client is secret.
  expect({ applied, told: secrets.map(({ what, label }) => `${what} of ${label}`).sort() }).toEqual({
    applied: 3,
    told: ['Client secret of Portal', 'Secret key of cron'],
  });
  const [made] = await rig.store.list('oauthApplication', [{ field: 'name', op: 'eq', value: 'Portal' }]);
  const [machine] = await rig.store.list('machine', [{ field: 'name', op: 'eq', value: 'cron' }]);
  if (made === undefined || machine === undefined) throw new Error('they were made');
  await rig.stage(
    { entity: 'oauthApplication', recordId: made.id, action: { verb: 'perform', operation: 'rotateSecret' } },
    { entity: 'machine', recordId: machine.id, action: { verb: 'perform', operation: 'rotateKey' } },
  );
  const turned = await rig.reconcile();
  expect(turned.secrets).toHaveLength(2);
  const all = [...secrets, ...turned.secrets].map(({ secret }) => String(secret));
  expect(new Set(all).size).toBe(4);
  const written = await kept(rig);
  expect(all.filter((secret) => secret.length < 20 || written.includes(secret))).toEqual([]);
  await rig.stage({
    entity: 'machine',
    recordId: machine.id,
    action: { verb: 'update', field: 'name', value: 'x' },
  });
  expect((await rig.reconcile()).secrets).toEqual([]);
});

it('a secret whose report reached nobody is told as lost by the next plan, also after a crash', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  await rig.stage(client({}), client({ name: 'Phone', public: true }));
  const { secrets } = await rig.reconcile();
  const again = await rig.restart();
  const told = [{ what: 'Client secret', label: 'Portal', secret: null }];
  expect((await again.plan()).lostSecrets).toEqual(told);
  // Never the secret; by what it was shown, beside the words, which earlier versions read alone and write alone.
  const lost = await again.store.meta('reconcile/lost-secrets');
  const shownBy = { entity: 'oauthApplication', operation: null };
  expect(lost).toEqual([{ ...shownBy, ...told[0] }]);
  expect(z.array(ShownSecret).parse(lost)).toEqual(told);
  await again.store.write({ meta: { 'reconcile/lost-secrets': [{ ...told[0], what: 'Client-Secret' }] } });
  expect((await again.plan()).lostSecrets).toMatchObject([{ what: 'Client-Secret' }]);
  await again.store.write({ meta: { 'reconcile/lost-secrets': [{ ...shownBy, label: 'Portal' }] } });
  expect(secrets).toMatchObject([{ secret: expect.stringMatching(/./) }]);
  // Nothing was read by anybody in a run that goes by itself.
  await again.reconcile();
  expect((await again.plan()).lostSecrets).toEqual(told);
  await again.reconciler.secretsTaken();
  expect((await again.plan()).lostSecrets).toEqual([]);
});

it('where the answer with the secret is lost, the report says so', async () => {
  const { rig, loseAnswers } = await throughProxy();
  await rig.stage(client({}));
  loseAnswers();
  const { applied, secrets } = await rig.reconcile();
  expect({ applied, secrets }).toEqual({
    applied: 1,
    secrets: [{ what: 'Client secret', label: 'Portal', secret: null }],
  });
});

it('where a plan finds what was made, it says that the secret went with the answer; a public client has none', async () => {
  const { rig, proxy } = await throughProxy();
  await rig.stage(client({}), client({ name: 'Phone', public: true }));
  let lost = false;
  proxy.alter = ({ method }) => {
    lost ||= method === 'POST';
    return lost ? { status: 502, text: 'lost' } : undefined;
  };
  expect(await rig.reconcile()).toMatchObject({ applied: 0, unknown: 2 });
  // The first look-up finds it, the rest of the plan fails: the next one says so all the same, until it is carried on from.
  let looked = 0;
  proxy.alter = ({ path }) => {
    looked += path === '/oauth_applications' ? 1 : 0;
    return looked > 1 ? { status: 401, body: { errors: [{ code: 'no', message: 'No.' }] } } : undefined;
  };
  expect(await rig.reconciler.plan()).toMatchObject({ ok: false });
  proxy.alter = () => undefined;
  const told = [{ what: 'Client secret', label: 'Portal', secret: null }];
  expect((await rig.plan()).lostSecrets).toEqual(told);
  expect((await rig.plan()).lostSecrets).toEqual(told);
  valueIn(await rig.apply(await rig.plan()));
  await rig.reconciler.secretsTaken();
  expect((await rig.plan()).lostSecrets).toEqual([]);
  const made = await rig.store.list('oauthApplication', []);
  expect(made.filter(({ name }) => name === 'Portal' || name === 'Phone')).toHaveLength(2);
});

it('what the service would refuse is refused when it is staged', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const refused = async (...drafts: IntentDraft[]) =>
    (await rig.staging.stage(drafts)).rejected.map(({ failure }) => failure.message);
  const [template] = await rig.store.list('jwtTemplate', []);
  if (template === undefined) throw new Error('there is one');
  const edit = (field: string, value: JsonValue): IntentDraft => ({
    entity: 'jwtTemplate',
    recordId: template.id,
    action: { verb: 'update', field, value },
  });
  const make = (values: Readonly<Record<string, JsonValue>>): IntentDraft => ({
    entity: 'jwtTemplate',
    action: { verb: 'create', values: { name: 'mine', ...values } },
  });
  expect(
    await refused(edit('lifetime', 29), edit('claims.sub', 'me'), edit('allowedClockSkew', 301)),
  ).toEqual([
    'Its lifetime must be 30 to 315,360,000 seconds.',
    'The claim sub is the service’s own.',
    'Its clock skew must be 0 to 300 seconds.',
  ]);
  expect(await refused(make({ claims: { iss: 'me' } }), make({ name: template.name }))).toEqual([
    'The claim iss is the service’s own.',
    `Name ${template.name} is taken.`,
  ]);
  expect(
    await refused(
      client({ scopes: 'profile everything' }),
      client({ redirectUris: ['nowhere'] }),
      client({ redirectUris: ['com.acme.app:/cb', 'https://ada@a.example/cb'] }),
      client({ redirectUris: ['https://a.example/cb#top'] }),
    ),
  ).toEqual([
    expect.stringContaining('There is no scope everything.'),
    'The redirect URI nowhere must begin with https:// or the scheme of an app.',
    'The redirect URI https://ada@a.example/cb must hold no user name and no password.',
    'The redirect URI https://a.example/cb#top must hold no # and nothing behind it.',
  ]);
  // What stands around a text of a list is nothing to refuse it for: it is judged, and kept, without.
  const [app] = await rig.store.list('oauthApplication', []);
  if (app === undefined) throw new Error('there is one');
  const padded = [' https://a.example/cb ', 'https://b.example/cb'];
  const action = { verb: 'update', field: 'redirectUris', value: padded } as const;
  expect(await refused({ entity: 'oauthApplication', recordId: app.id, action })).toEqual([]);
  const [kept] = await rig.store.list('oauthApplication', [{ field: 'id', op: 'eq', value: app.id }]);
  expect(kept?.redirectUris).toEqual(['https://a.example/cb', 'https://b.example/cb']);
});

it('a claim is set and taken out by itself; what a colleague claims beside it stays', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const [row] = await rig.store.list('jwtTemplate', [{ field: 'name', op: 'eq', value: 'supabase' }]);
  if (row === undefined) throw new Error('there is one');
  const edit = (field: string, value: JsonValue): IntentDraft => ({
    entity: 'jwtTemplate',
    recordId: row.id,
    action: { verb: 'update', field, value },
  });
  await rig.stage(
    edit('claims.role', 'member'),
    edit('claims.app.plan', '{{user.id}}'),
    edit('claims.email', null),
  );
  await rig.identity.send({
    verb: 'update',
    entity: 'jwtTemplate',
    record: row,
    field: 'claims.theirs',
    value: true,
  });
  expect(await rig.reconcile()).toMatchObject({ applied: 3, conflicts: 0, refused: 0 });
  expect((await rig.store.get('jwtTemplate', row.id))?.claims).toEqual({
    ...{ aud: 'authenticated', role: 'member', theirs: true },
    app: { plan: '{{user.id}}' },
  });
});

it('of a key that was replaced the act is kept, and its name told in the words of whoever reads it; versions that kept words alone read it too', async () => {
  const { store } = await openWorld([]);
  const at = 1_000;
  const action = { verb: 'perform', operation: 'rotateKeys', values: { overlapHours: 2 }, base: {} } as const;
  const row = applicationRow({ config: {}, domain: '' });
  const intent = intentOf(action, { entity: 'application', recordId: row.id, label: 'Acme' });
  await store.write({ put: [{ entity: 'application', record: row }] });
  await store.write(await withOldKeys(store, {}, intent, at));
  const kept = { entity: 'application', recordId: row.id, label: 'Acme', until: at + 7_200_000 };
  const now = { ...kept, what: 'Secret keys' };
  const held = () => store.meta('reconcile/old-keys');
  expect(await held()).toEqual([{ ...now, operation: 'rotateKeys' }]);
  expect(await readOldKeys(store, at)).toEqual([now]);

  // As versions before 2026-11-28 keep it, in words alone; and as those of a day did, by the act alone.
  const older = { ...kept, what: 'Geheime Schlüssel' };
  const between = { ...kept, operation: 'rotateKeys' };
  await store.write({ meta: { 'reconcile/old-keys': [older, between] } });
  expect(await readOldKeys(store, at)).toEqual([older, now]);
  // What stands there after the next one, such a version reads as well.
  await store.write(await withOldKeys(store, {}, intent, at));
  expect(z.array(OldKey).parse(await held())).toEqual([older, now, now]);
});
