import type { Filter } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { startReconcile } from './reconcile-rig';

const set = (entity: EntityName, recordId: RecordId, field: string, value: JsonValue): IntentDraft => ({
  entity,
  recordId,
  action: { verb: 'update', field, value },
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

/** Of `idp.example`, until 23 November 2036. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBbjCCARSgAwIBAgIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtpZHAuZXhh
bXBsZTAeFw0yNjExMjYyMTQwMzJaFw0zNjExMjMyMTQwMzJaMBYxFDASBgNVBAMM
C2lkcC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1X+BKZHhYswy
k8Xl+XgUWFNXQCDJIL4NQnhjrVqaSjkL+YFOvHWik7IS5N8+kBlOVNuJar3cLHUf
54xxb1q6GaNTMFEwHQYDVR0OBBYEFAguS2GLD2lQ2GI1bmbNeaPe29WuMB8GA1Ud
IwQYMBaAFAguS2GLD2lQ2GI1bmbNeaPe29WuMA8GA1UdEwEB/wQFMAMBAf8wCgYI
KoZIzj0EAwIDSAAwRQIgbuveL9qFidhCMzkpS0p2L2P9ZxoyLOrtP4hYcl12DNQC
IQDGfmWP1q0xjktDEpRLh+ck0InzEjFgu83p8asV4hs/IQ==
-----END CERTIFICATE-----`;

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
  const renew = async (idp_certificate: string) => {
    const body = { saml: { idp_certificate } };
    const path = `/enterprise_connections/${connection.id}`;
    return rig.sandbox.control.edit([{ call: { method: 'PATCH', path, body } }]);
  };
  await renew(certificate);
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
  await rig.stage({
    entity: 'enterpriseConnection',
    recordId: never.id,
    action: { verb: 'perform', operation: 'testRun', values: {} },
  });
  const { applied, secrets } = await rig.reconcile();
  expect({ applied, secrets }).toMatchObject({
    applied: 1,
    secrets: [{ what: 'Address of the test', secret: expect.stringContaining('https://') }],
  });
  expect((await rig.store.get('enterpriseConnection', never.id))?.lastTest).toBe('none');
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
