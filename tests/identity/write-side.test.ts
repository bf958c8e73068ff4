import type { RemoteCall } from '@main/identity/identity-port';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { afterAll, expect, test } from 'vitest';
import { clientOf, rowOf, rowsOf, startService, valueIn } from './identity-rig';

const sandbox = await startService();
afterAll(() => sandbox.close());
const identity = clientOf(sandbox);
const send = async (call: RemoteCall) => valueIn(await identity.send(call));

const madeOrganization = async (name: string): Promise<StoredRecord<'organization'>> => {
  const values = { name, slug: name.toLowerCase().replaceAll(' ', '-') };
  const made = await send({ verb: 'create', entity: 'organization', values });
  return rowOf('organization', made as RemoteRecord<'organization'>);
};

const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const organizationEdits: readonly (readonly [string, JsonValue])[] = [
  ['name', 'Renamed Ltd'],
  ['slug', 'renamed-ltd'],
  ['maxAllowedMemberships', 7],
  ['adminDeleteEnabled', false],
  ['branding.primaryColor', '#aa3300'],
  ['branding.primaryColor', ''],
];

test.each(organizationEdits)(
  'an organization takes %s = %j, and the answer says so',
  async (field, value) => {
    const record = await madeOrganization(`Edited ${field} ${String(value).length}`.replace('.', ' '));
    const answer = await send({ verb: 'update', entity: 'organization', record, field, value });
    expect(answer).toHaveProperty(field, value);
    const fresh = valueIn(await identity.fetchOne('organization', record));
    expect(fresh).toEqual(answer);
  },
);

test('clearing one branding field leaves the others and the rest of the metadata alone', async () => {
  const record = await madeOrganization('Branded');
  const set = (field: string, value: JsonValue) =>
    send({ verb: 'update', entity: 'organization', record, field, value });
  await sandbox.control.edit([{ organization: record.id, set: { public_metadata: { plan: 'gold' } } }]);
  await set('branding.tagline', 'We ship');
  await set('branding.displayName', 'Branded!');
  const cleared = (await set('branding.tagline', '')) as RemoteRecord<'organization'>;
  expect(cleared.branding.tagline).toBe('');
  expect(cleared.branding.displayName).toBe('Branded!');
  expect(cleared.publicMetadata).toEqual({ plan: 'gold' });
});

test('a logo is uploaded from a data URI and taken away again', async () => {
  const record = await madeOrganization('Logo House');
  const logo = { verb: 'update', entity: 'organization', record, field: 'logo' } as const;
  const shown = (await send({ ...logo, value: png })) as RemoteRecord<'organization'>;
  expect(shown.logo).toMatch(/^https:/);
  const bare = (await send({ ...logo, value: '' })) as RemoteRecord<'organization'>;
  expect(bare.logo).toBe('');
  const refused = await identity.send({ ...logo, value: 'https://elsewhere.example/x.png' });
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'invalid', mayHaveTakenEffect: false } });
});

test('an organization is created with all its values, and deleted', async () => {
  const values = {
    name: 'Brand New',
    slug: 'brand-new',
    maxAllowedMemberships: 12,
    branding: { displayName: 'BN', tagline: '' },
    publicMetadata: { tier: 1 },
  };
  const made = (await send({
    verb: 'create',
    entity: 'organization',
    values,
  })) as RemoteRecord<'organization'>;
  expect(made).toMatchObject({
    name: 'Brand New',
    slug: 'brand-new',
    maxAllowedMemberships: 12,
    publicMetadata: { tier: 1 },
  });
  expect(made.branding.displayName).toBe('BN');
  const record = rowOf('organization', made);
  expect(await send({ verb: 'delete', entity: 'organization', record })).toBeNull();
  expect(valueIn(await identity.fetchOne('organization', record))).toBeNull();
});

test('a membership is created, its role changed, and deleted by organization and user', async () => {
  const organization = await madeOrganization('Members Inc');
  const [user] = await rowsOf(identity, 'user');
  if (user === undefined) throw new Error('the world has users');
  const values = { organizationId: organization.id, userId: user.id, role: 'org:member' };
  const made = await send({ verb: 'create', entity: 'membership', values });
  expect(made).toMatchObject({ ...values, organizationName: 'Members Inc' });
  const record = rowOf('membership', made as RemoteRecord<'membership'>);
  const changed = await send({
    verb: 'update',
    entity: 'membership',
    record,
    field: 'role',
    value: 'org:viewer',
  });
  expect(changed).toMatchObject({ id: record.id, role: 'org:viewer', roleName: 'Viewer' });
  expect(valueIn(await identity.fetchOne('membership', record))).toEqual(changed);
  expect(await send({ verb: 'delete', entity: 'membership', record })).toBeNull();
  expect(valueIn(await identity.fetchOne('membership', record))).toBeNull();
});

test('an invitation is created, found again, and revoked', async () => {
  const organization = await madeOrganization('Inviters');
  const values = { organizationId: organization.id, email: 'new.person@example.com', role: 'org:member' };
  expect(valueIn(await identity.findCreated('invitation', values))).toEqual([]);
  const made = await send({ verb: 'create', entity: 'invitation', values });
  expect(made).toMatchObject({ ...values, status: 'pending' });
  expect(valueIn(await identity.findCreated('invitation', values))).toEqual([made]);
  const record = rowOf('invitation', made as RemoteRecord<'invitation'>);
  const revoked = await send({ verb: 'delete', entity: 'invitation', record });
  expect(revoked).toMatchObject({ id: record.id, status: 'revoked' });
});

test('a role is created, its permissions replaced by key, and deleted', async () => {
  const values = {
    key: 'org:auditor',
    name: 'Auditor',
    description: 'Reads.',
    permissionKeys: ['org:reports:read'],
  };
  const made = await send({ verb: 'create', entity: 'role', values });
  expect(made).toMatchObject(values);
  const record = rowOf('role', made as RemoteRecord<'role'>);
  const set = (field: string, value: JsonValue) =>
    send({ verb: 'update', entity: 'role', record, field, value });
  const permissionKeys = ['org:invoices:read', 'org:tickets:read'];
  expect(await set('permissionKeys', permissionKeys)).toMatchObject({ permissionKeys });
  expect(await set('name', 'Inspector')).toMatchObject({ name: 'Inspector', permissionKeys });
  expect(await set('description', 'Looks.')).toMatchObject({ description: 'Looks.' });
  const unknown = { verb: 'update', entity: 'role', record, field: 'permissionKeys', value: ['org:no:such'] };
  expect(await identity.send(unknown as RemoteCall)).toMatchObject({
    ok: false,
    failure: { code: 'permission-missing', mayHaveTakenEffect: false },
  });
  expect(await send({ verb: 'delete', entity: 'role', record })).toBeNull();
});

test('what may be a creation is found by its marks, and a slug by its owner', async () => {
  const [older] = await rowsOf(identity, 'organization');
  if (older === undefined) throw new Error('the world has organizations');
  const made = await madeOrganization('Found Again');
  const ids = async (values: JsonObject) =>
    valueIn(await identity.findCreated('organization', values)).map((record) => String(record.id));
  expect(await ids({ name: 'Found Again', slug: 'found-again' })).toEqual([made.id]);
  expect(await ids({ name: 'Found  Again ', slug: '' })).toEqual([made.id]);
  expect(await ids({ name: 'Found Again', slug: older.slug })).toEqual([older.id]);
  const missing = { organizationId: 'org_missing', userId: 'user_1', role: 'org:member' };
  expect(valueIn(await identity.findCreated('membership', missing))).toEqual([]);
  const owner = async (slug: string): Promise<unknown> => {
    const asked = await identity.slugOwner?.(slug);
    return asked?.ok ? (asked.value?.id ?? null) : asked;
  };
  expect(await owner('found-again')).toBe(made.id);
  expect(await owner('nobody-has-this')).toBeNull();
});

test('the plan shows the calls as they will be sent', async () => {
  const organization = await madeOrganization('Described');
  const [membership] = await rowsOf(identity, 'membership');
  if (membership === undefined) throw new Error('the world has memberships');
  const update = (field: string, value: JsonValue): RemoteCall => ({
    verb: 'update',
    entity: 'organization',
    record: organization,
    field,
    value,
  });
  const { id } = organization;
  expect(identity.describe(update('name', 'x'))).toBe(`PATCH /organizations/${id}`);
  expect(identity.describe(update('branding.tagline', 'x'))).toBe(`PATCH /organizations/${id}/metadata`);
  expect(identity.describe(update('logo', png))).toBe(`PUT /organizations/${id}/logo`);
  expect(identity.describe(update('logo', ''))).toBe(`DELETE /organizations/${id}/logo`);
  expect(identity.describe({ verb: 'delete', entity: 'membership', record: membership })).toBe(
    `DELETE /organizations/${membership.organizationId}/memberships/${membership.userId}`,
  );
  expect(identity.describe({ verb: 'create', entity: 'organization', values: { name: 'x' } })).toBe(
    'POST /organizations',
  );
});
