import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const png = new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])], { type: 'image/png' });

describe.skipIf(specMissing)(`organizations keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  let id = '';
  beforeAll(async () => {
    contract = await openContract();
  });
  afterAll(() => contract.close());

  it('lists with every parameter', async () => {
    const { call } = contract;
    const all = await call('get /organizations', 200, { query: 'limit=500' });
    expect(all).toMatchObject({ total_count: 20 });
    const [first] = all.data;
    const query = [
      'include_members_count=true',
      'include_missing_member_with_elevated_permissions=true',
      `query=${encodeURIComponent(first?.name ?? '')}`,
      `organization_id=%2B${first?.id}`,
      'order_by=-members_count',
      'limit=3',
      'offset=0',
    ].join('&');
    const found = await call('get /organizations', 200, { query });
    expect(found.data[0]).toMatchObject({ id: first?.id, missing_member_with_elevated_permissions: false });
    const others = await call('get /organizations', 200, { query: `organization_id=-${first?.id}` });
    expect(others).toMatchObject({ total_count: 19 });
  });

  it('creates, reads, edits and deletes', async () => {
    const { call } = contract;
    const [creator] = await call<readonly Shown[]>('get /users', 200, { query: 'limit=1' });
    const made = await call('post /organizations', 200, {
      body: {
        name: 'Contoso',
        slug: 'contoso',
        created_by: creator?.id,
        max_allowed_memberships: 5,
        public_metadata: { a: 1 },
      },
    });
    id = made.id;
    const path = { organization_id: id };
    await call('get /organizations/{organization_id}', 200, { path, query: 'include_members_count=true' });
    expect(
      await call('get /organizations/{organization_id}', 200, { path: { organization_id: 'contoso' } }),
    ).toMatchObject({ id });
    expect(
      await call('patch /organizations/{organization_id}', 200, {
        path,
        body: { name: 'Contoso Ltd', max_allowed_memberships: 9, created_at: '2024-01-01T00:00:00Z' },
      }),
    ).toMatchObject({ name: 'Contoso Ltd', max_allowed_memberships: 9, created_at: Date.UTC(2024, 0, 1) });
    await call('patch /organizations/{organization_id}/metadata', 200, {
      path,
      body: { public_metadata: { b: 2 } },
    });
    expect(
      await call('put /organizations/{organization_id}/metadata', 200, {
        path,
        body: { private_metadata: { c: 3 } },
      }),
    ).toMatchObject({ public_metadata: { a: 1, b: 2 }, private_metadata: { c: 3 } });
    const form = new FormData();
    form.set('file', png, 'logo.png');
    const withLogo = await call('put /organizations/{organization_id}/logo', 200, { path, form });
    expect(withLogo).toMatchObject({ has_image: true });
    expect(await call('delete /organizations/{organization_id}/logo', 200, { path })).toMatchObject({
      has_image: false,
    });
    await call('delete /organizations/{organization_id}', 200, { path });
    await call('get /organizations/{organization_id}', 404, { path });
  });

  it('refuses in the words of the spec', async () => {
    const { call } = contract;
    const path = { organization_id: 'org_missing' };
    await call('get /organizations', 422, { query: 'limit=501' });
    await call('get /organizations', 422, { query: 'limit=0' });
    await call('get /organizations', 422, { query: 'offset=-1' });
    await call('get /organizations', 422, { query: 'order_by=colour' });
    await call('get /organizations', 401, { key: 'sk_test_wrong' });
    await call('post /organizations', 422, { body: {} });
    await call('post /organizations', 422, { body: { name: 'x'.repeat(257) } });
    await call('post /organizations', 422, { body: { name: 'Fine', slug: 'Not Fine' } });
    await call('post /organizations', 422, { body: { name: 'Fine', max_allowed_memberships: -1 } });
    await call('post /organizations', 400, { body: { name: 'Fine', created_by: 'user_missing' } });
    await call('post /organizations', 400, { body: 'text' });
    await call('patch /organizations/{organization_id}', 404, { path, body: { name: 'x' } });
    await call('patch /organizations/{organization_id}/metadata', 404, { path, body: {} });
    await call('put /organizations/{organization_id}/metadata', 404, { path, body: {} });
    await call('put /organizations/{organization_id}/logo', 400, { path, form: new FormData() });
    await call('delete /organizations/{organization_id}/logo', 404, { path });
    await call('delete /organizations/{organization_id}', 404, { path });
  });

  it('takes images only, up to 10 MB', async () => {
    const { call } = contract;
    const path = {
      organization_id: (await call('get /organizations', 200, { query: 'limit=1' })).data[0]?.id ?? '',
    };
    const upload = (bytes: number, type: string): FormData => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'logo');
      return form;
    };
    await call('put /organizations/{organization_id}/logo', 400, { path, form: upload(10, 'image/svg+xml') });
    await call('put /organizations/{organization_id}/logo', 413, {
      path,
      form: upload(10_485_761, 'image/png'),
    });
    await call('put /organizations/{organization_id}/logo', 200, { path, form: upload(10, 'image/webp') });
  });

  it('shows no field that the schema does not name', async () => {
    const list = await contract.call('get /organizations', 200, {
      query: 'limit=20&include_members_count=true&include_missing_member_with_elevated_permissions=true',
    });
    const shown = new Set(list.data.flatMap((row) => Object.keys(row)));
    const named = contract.spec.properties('Organization');
    expect([...shown].filter((name) => !named.includes(name))).toEqual([]);
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      'get /organizations',
      'post /organizations',
      'get /organizations/{organization_id}',
      'patch /organizations/{organization_id}',
      'delete /organizations/{organization_id}',
      'patch /organizations/{organization_id}/metadata',
      'put /organizations/{organization_id}/metadata',
      'put /organizations/{organization_id}/logo',
      'delete /organizations/{organization_id}/logo',
    ]);
  });
});
