import { enterpriseConnection } from '@main/identity/entities/enterprise-connection';
import type { Filter } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { inverseDrafts } from '@shared/domain/reconcile/inverse-drafts';
import { expect, it } from 'vitest';
import { certificate } from './certificate';
import { startReconcile } from './reconcile-rig';

const set = (entity: EntityName, recordId: RecordId, field: string, value: JsonValue): IntentDraft => ({
  entity,
  recordId,
  action: { verb: 'update', field, value },
});

const perform = (recordId: RecordId, operation: string, values: JsonObject): IntentDraft => ({
  entity: 'enterpriseConnection',
  recordId,
  action: { verb: 'perform', operation, values },
});

it('roles by group are switched on and given in one set, in this order', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const [directory] = await rig.store.list('directory', [], 1);
  if (directory === undefined) throw new Error('a world has directories');
  await rig.stage(set('directory', directory.id, 'groupRoleMappingEnabled', false));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  const on = set('directory', directory.id, 'groupRoleMappingEnabled', true);
  const roles = set('directory', directory.id, 'groupRoles', [{ group: 'everyone', role: 'org:member' }]);
  expect((await rig.staging.stage([roles, on])).rejected).toMatchObject([{ index: 0 }]);
  await rig.staging.undo();
  await rig.stage(on, roles);
  expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0 });
});

it('roles by group that are given back bear the names of their groups; where nothing switches them on, the plan says so', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const all = await rig.store.list('directory', []);
  const given = all.find(({ groupRoles }) => groupRoles.length > 1);
  if (given === undefined) throw new Error('a world has directories that give roles');
  const { id, groupRoles, groupNames } = given;
  await rig.stage(set('directory', id, 'groupRoles', groupRoles.slice(0, 1)));
  await rig.reconcile();
  const { drafts } = inverseDrafts(await rig.store.intents({ states: ['applied'] }));
  await rig.stage(...drafts.map(({ draft }) => draft));
  await rig.reconcile();
  expect(await rig.store.get('directory', id)).toMatchObject({ groupRoles, groupNames });

  const flag = (value: boolean) => set('directory', id, 'groupRoleMappingEnabled', value);
  await rig.stage(flag(false));
  await rig.reconcile();
  await rig.stage(flag(true), set('directory', id, 'groupRoles', []));
  // Which takes back what switched them on.
  await rig.stage(flag(false));
  const { steps } = await rig.plan();
  expect(steps).toMatchObject([{ field: 'groupRoles', verdict: 'refused' }]);
  expect(steps[0]?.reason).toContain('gives no roles by group');
});

it('what bars an edit is changed before it, whichever was staged first; where that does not go, neither does the edit', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const values = { name: 'Bare', provider: 'saml_okta', domains: ['bare.example'] };
  const made = { entity: 'enterpriseConnection', action: { verb: 'create', values } } as const;
  await rig.stage(made);
  await rig.reconcile();
  const bare = (await rig.store.list('enterpriseConnection', [])).find(({ name }) => name === 'Bare');
  if (bare === undefined) throw new Error('it was made');
  const edit = (field: string, value: JsonValue) => set('enterpriseConnection', bare.id, field, value);
  await rig.stage(edit('idpSsoUrl', 'https://idp.example/ssso'), edit('active', true));
  // Mended, the address stands behind what needs it.
  const [address] = await rig.stage(edit('idpSsoUrl', 'https://idp.example/sso'));
  const plan = await rig.plan();
  expect(plan.steps).toMatchObject([{ field: 'idpSsoUrl' }, { field: 'active', dependsOn: [address?.id] }]);
  const [, active] = plan.steps;
  const part = { planHash: plan.hash, resolutions: {}, onRefusal: 'continue' } as const;
  const alone = await rig.reconciler.apply({ ...part, intentIds: active ? [active.intentId] : [] });
  expect(alone).toMatchObject({ ok: true, value: { applied: 0, refused: 0 } });
  expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0 });
});

it('a directory’s attributes are mapped one by one, taken out, and never to anything but a path', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const [directory] = await rig.store.list('directory', [], 1);
  if (directory === undefined) throw new Error('a world has directories');
  const { id } = directory;
  const mapped = async () => readField((await rig.store.get('directory', id)) ?? {}, 'attributeMapping');
  await rig.stage(
    set('directory', id, 'attributeMapping.title', 'title'),
    set('directory', id, 'attributeMapping.first_name', 'name.formatted'),
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 2 });
  await rig.stage(set('directory', id, 'attributeMapping.title', null));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(await mapped()).toEqual({ first_name: 'name.formatted', last_name: 'name.familyName' });
  const fresh = await rig.identity.fetchOne('directory', directory);
  expect(fresh).toMatchObject({ ok: true, value: { attributeMapping: await mapped() } });
  for (const odd of [7, '', ['a']]) {
    const { rejected } = await rig.staging.stage([set('directory', id, 'attributeMapping.title', odd)]);
    expect(rejected[0]?.failure.message).toContain('as a text');
  }
});

it('the domains of a connection are set as the service spells them, however they were typed, and never to none', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const [connection] = await rig.store.list('enterpriseConnection', [], 1);
  if (connection === undefined) throw new Error('a world has connections');
  for (const odd of [[], ['acme'], ['acme example']]) {
    const { rejected } = await rig.staging.stage([
      set('enterpriseConnection', connection.id, 'domains', odd),
    ]);
    expect(rejected[0]?.failure.message).toContain('the domains of its people');
  }
  await rig.stage(
    set('enterpriseConnection', connection.id, 'domains', [' ACME.example', 'acme-eu.Example']),
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(await rig.identity.fetchOne('enterpriseConnection', connection)).toMatchObject({
    ok: true,
    value: { domains: ['acme.example', 'acme-eu.example'] },
  });
});

it('when a connection’s certificate ends is copied, told by lists, and moves with another certificate', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const ends = async (...where: readonly Filter[]) =>
    (await rig.store.list('enterpriseConnection', where)).map((row) => row.certificateExpiresAt ?? 0);
  const now = Date.now();
  const past = { field: 'certificateExpiresAt', op: 'lt', value: now } as const;
  expect(await ends(past)).not.toEqual([]);
  expect(await ends({ ...past, op: 'gte' })).not.toEqual([]);
  const [connection] = await rig.store.list('enterpriseConnection', [past], 1);
  if (connection === undefined) throw new Error('a world has connections');
  const renew = (idpCertificate: string) => perform(connection.id, 'setCertificate', { idpCertificate });
  await expect(rig.stage(renew('MIIBbjCCARSg'))).rejects.toThrow('one certificate in PEM');
  await rig.stage(renew(certificate));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  const fresh = await rig.identity.fetchOne('enterpriseConnection', connection);
  const certificateExpiresAt = Date.UTC(2036, 10, 23, 21, 40, 32);
  expect(fresh).toMatchObject({ ok: true, value: { certificateExpiresAt } });
});

it('a connection is tested: the address is shown once, and how it ended comes with the next sync', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const tests = (lastTest: string) =>
    rig.store.list('enterpriseConnection', [{ field: 'lastTest', op: 'eq', value: lastTest }]);
  const never = (await tests('none')).find(
    ({ certificateExpiresAt: ends = 0 }) => ends > Date.now() + 60_000,
  );
  const [failed] = await tests('failed');
  expect(failed).toMatchObject({ lastTestSays: 'The certificate has expired.' });
  expect(failed?.lastTestAt).toBeGreaterThan(0);
  if (never === undefined) throw new Error('a world has connections that nobody tried');
  await rig.stage(perform(never.id, 'testRun', {}));
  const { applied, secrets } = await rig.reconcile();
  expect({ applied, secrets }).toMatchObject({
    applied: 1,
    secrets: [{ what: 'Address of the test', secret: expect.stringContaining('https://') }],
  });
  // The answer tells of the address alone: the connection is looked at again.
  expect((await rig.store.get('enterpriseConnection', never.id))?.lastTest).toBe('pending');
  expect(await rig.store.history({ recordId: never.id, source: 'remote', limit: 1 })).toEqual([]);
  await rig.sandbox.control.setClock({ advanceMs: 6_000 });
  expect(await rig.identity.fetchPage('enterpriseConnection', { offset: 0, limit: 100 })).toMatchObject({
    ok: true,
    value: {
      records: expect.arrayContaining([
        expect.objectContaining({
          id: never.id,
          lastTest: 'success',
          lastTestSays: expect.stringContaining('Signed in as'),
        }),
      ]),
    },
  });
});

it('a client secret that is replaced is sent once, and shown nowhere before or after; the last one staged counts', async () => {
  const sent: unknown[] = [];
  const rig = await startReconcile({ scale: 0.2 }, (identity) => ({
    ...identity,
    send: (call, signal) => {
      sent.push(call);
      return identity.send(call, signal);
    },
  }));
  const rows = await rig.store.list('enterpriseConnection', []);
  const oidc = rows.find(({ provider }) => provider.startsWith('oidc'));
  const saml = rows.find(({ provider }) => provider.startsWith('saml'));
  if (oidc === undefined || saml === undefined) throw new Error('a world has connections of both');
  const secret = (clientSecret: string) => perform(oidc.id, 'setClientSecret', { clientSecret });
  await expect(rig.stage(secret('short'))).rejects.toThrow('8 characters or more');
  await expect(
    rig.stage(perform(saml.id, 'setClientSecret', { clientSecret: 'long-enough' })),
  ).rejects.toThrow('it speaks SAML');
  await rig.stage(secret('first-of-all-secrets'));
  await rig.stage(secret('second-of-all-secrets'));
  expect(await rig.open()).toHaveLength(1);
  const seen = JSON.stringify([(await rig.plan()).steps, await rig.staging.stage([secret('short')])]);
  expect(seen).not.toContain('of-all-secrets');
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(sent).toMatchObject([
    { operation: 'setClientSecret', values: { clientSecret: 'second-of-all-secrets' } },
  ]);
  const kept = JSON.stringify([
    await rig.store.intents({}),
    await rig.store.history({ entity: 'enterpriseConnection', recordId: oidc.id, limit: 50 }),
    await rig.store.get('enterpriseConnection', oidc.id),
  ]);
  expect(kept).toContain('setClientSecret');
  // One that made room can be taken back to, and stays in the encrypted copy for that.
  expect(kept).not.toContain('second-of-all-secrets');
});

it('what only one of SAML and OpenID Connect has is refused of the other, by name', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const made = (values: JsonObject): IntentDraft => ({
    entity: 'enterpriseConnection',
    action: { verb: 'create', values: { name: 'New', domains: ['new.example'], ...values } },
  });
  await expect(rig.stage(made({ provider: 'saml_okta', clientId: 'c' }))).rejects.toThrow(
    'saml_okta has no Client ID',
  );
  await expect(rig.stage(made({ provider: 'oidc_custom', idpCertificate: certificate }))).rejects.toThrow(
    'oidc_custom has no Certificate of the provider',
  );
  await expect(rig.stage(made({ provider: 'saml_okta', idpSsoUrl: 'http://idp.example' }))).rejects.toThrow(
    'SSO URL must begin with https://',
  );
  await expect(rig.stage(made({ provider: 'saml_okta', idpCertificate: 'MIIB' }))).rejects.toThrow(
    'one certificate in PEM',
  );
});

it('what is never read again goes to its own part of the connection', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const [record] = await rig.store.list('enterpriseConnection', [], 1);
  if (record === undefined) throw new Error('a world has connections');
  const body = (operation: string, values: JsonObject) =>
    enterpriseConnection.perform?.(record, operation, values)?.of('');
  const mapping = { userId: 'uid', emailAddress: 'mail', firstName: 'givenName', lastName: 'sn' };
  expect([
    body('setClientSecret', { clientSecret: 'another-secret' }),
    body('setCertificate', { idpCertificate: certificate }),
    body('setAttributeMapping', mapping),
  ]).toMatchObject([
    [{ method: 'PATCH', json: { oidc: { client_secret: 'another-secret' } } }],
    [{ method: 'PATCH', json: { saml: { idp_certificate: certificate } } }],
    [
      {
        method: 'PATCH',
        json: {
          saml: {
            attribute_mapping: {
              user_id: 'uid',
              email_address: 'mail',
              first_name: 'givenName',
              last_name: 'sn',
            },
          },
        },
      },
    ],
  ]);
});

it('in one set an act sees what is edited before it, and an edit goes behind an act, of a new record too', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const values = { name: 'Made', redirectUris: ['https://made.example/1'], scopes: 'profile' };
  const made = { entity: 'oauthApplication', action: { verb: 'create', values } } as const;
  const [opened] = await rig.stage(made);
  if (opened === undefined) throw new Error('it is staged');
  const { recordId } = opened;
  const rotate: IntentDraft = {
    ...{ entity: 'oauthApplication', recordId },
    action: { verb: 'perform', operation: 'rotateSecret', values: {} },
  };
  const open = set('oauthApplication', recordId, 'public', true);
  expect((await rig.staging.stage([open, rotate])).rejected).toMatchObject([{ index: 1 }]);
  await rig.staging.undo();
  await rig.stage(rotate, open);
  expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0 });
});
