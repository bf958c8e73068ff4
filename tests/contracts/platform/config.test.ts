import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformSpecPath, specMissing } from '../load-spec';
import { type Contract, openContract } from '../open-contract';

const config = '/platform/applications/{applicationID}/instances/{envOrInsID}/config';

type Config = Readonly<Record<string, Readonly<Record<string, unknown>>>> & {
  readonly config_version: string;
};
interface Written {
  readonly config_version: string;
  readonly before: unknown;
  readonly after: unknown;
}

describe.skipIf(specMissing)(`configs keep to the spec (skipped without ${platformSpecPath})`, () => {
  let contract: Contract;
  /** A paying application (the first of the world) and one that does not pay. */
  let path: { readonly applicationID: string; readonly envOrInsID: string };
  let unpaid: typeof path;
  beforeAll(async () => {
    contract = await openContract('campus');
    const shown = await contract.call<{ readonly application_id: string; readonly name: string }[]>(
      'get /platform/applications',
      200,
    );
    const named = (name: string) => ({
      applicationID: shown.find((each) => each.name === name)?.application_id ?? '',
      envOrInsID: 'production',
    });
    path = named('Ashford University');
    unpaid = named('Brightwater College');
  });
  afterAll(() => contract.close());
  const read = (): Promise<Config> => contract.call<Config>(`get ${config}`, 200, { path });

  it('are described by a schema that they fulfil', async () => {
    const schema = await contract.call<object>(`get ${config}/schema`, 200, { path });
    const shown = await read();
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    expect(ajv.validate(schema, shown), ajv.errorsText()).toBe(true);
    expect(ajv.validate(schema, { auth_password: { min_length: 3 } })).toBe(false);
    const some = await contract.call<object>(`get ${config}/schema`, 200, { path, query: 'keys=branding' });
    expect(some).toMatchObject({ properties: { branding: { title: 'Branding' } } });
    const branding = await contract.call<object>(`get ${config}`, 200, { path, query: 'keys=branding' });
    expect(new Ajv({ strict: false, logger: false }).validate(some, branding)).toBe(true);
  });

  it('are put back as they were pulled, but for what was changed', async () => {
    const { call } = contract;
    const read = () => call<Config>(`get ${config}`, 200, { path: pulled });
    const pulled = { ...path, applicationID: unpaid.applicationID };
    const held = await read();
    await call(`patch ${config}`, 200, { path: pulled, body: { compliance: { deletion_grace_days: 7 } } });
    const before = await read();
    for (const [query, withVersion, least] of [
      ['', true, 15],
      ['destructive=false', false, 16],
      ['destructive=true', true, 17],
    ] as const) {
      const { config_version: version, ...document } = await read();
      const body = {
        ...document,
        ...(withVersion && { config_version: version }),
        auth_password: { ...document.auth_password, min_length: least },
      };
      await call(`put ${config}`, 200, { path: pulled, body, query, headers: { 'if-match': version } });
      const after = await read();
      expect({ ...after, config_version: '', auth_password: null }).toEqual({
        ...before,
        config_version: '',
        auth_password: null,
      });
      expect(after.auth_password?.min_length).toBe(least);
    }
    expect(held.compliance).toBeNull();
    const { config_version: _version, ...whole } = await read();
    const cleared = { ...whole, branding: { ...whole.branding, terms_url: null } };
    await call(`put ${config}`, 400, { path: pulled, body: cleared });
    await call(`put ${config}`, 400, { path: pulled, body: { ...whole, user_model: null } });
    await call(`put ${config}`, 422, { path: pulled, body: { ...whole, auth_magic: null } });
    await call(`patch ${config}`, 422, { path: pulled, body: { branding: { colour: null } } });
    await call(`patch ${config}`, 200, {
      path: pulled,
      body: { compliance: null, connection_oauth_apple: { client_id: null } },
      query: 'destructive=false',
    });
  });

  it('are merged by PATCH, which a dry run answers and does not do', async () => {
    const before = await read();
    const body = { auth_password: { min_length: 14 }, auth_multi_factor: { required_for_sign_up: true } };
    const tried = await contract.call<Written>(`patch ${config}`, 200, {
      path,
      body,
      query: 'dry_run=true',
    });
    expect(await read()).toEqual(before);
    const { after, config_version: version } = await contract.call<Written>(`patch ${config}`, 200, {
      path,
      body,
      headers: { 'if-match': before.config_version },
    });
    expect(after).toEqual(tried.after);
    expect(version).not.toBe(before.config_version);
    expect((await read()).auth_password).toEqual({ ...before.auth_password, min_length: 14 });
    await contract.call(`patch ${config}`, 409, {
      path,
      body: { branding: { primary_color: '#000000' } },
      headers: { 'if-match': before.config_version },
    });
  });

  it('refuse what is unknown, wrong, cleared by the way or not paid for', async () => {
    const before = await read();
    const { call } = contract;
    await call(`patch ${config}`, 422, { path, body: { auth_magic: { enabled: true } } });
    await call(`patch ${config}`, 422, { path, body: { auth_password: { min_length: 4 } } });
    await call(`patch ${config}`, 400, { path, body: { branding: { terms_url: null } } });
    await call(`put ${config}`, 400, { path, body: { branding: {} } });
    await call(`patch ${config}`, 402, {
      path: unpaid,
      body: { session_settings: { maximum_lifetime: 7_200 } },
    });
    expect(await read()).toEqual(before);
    await call(`patch ${config}`, 200, {
      path,
      body: { branding: { terms_url: null } },
      query: 'destructive=true',
    });
    expect((await read()).branding?.terms_url).toBeNull();
  });

  it('mask secrets, show as null what is set, and take a mask at its word', async () => {
    const { call } = contract;
    const secret = { connection_oauth_apple: { enabled: true, client_id: 'a', client_secret: 's3cret' } };
    await call(`patch ${config}`, 200, { path, body: secret });
    const shown = await read();
    expect(JSON.stringify(shown)).not.toContain('s3cret');
    expect(shown.compliance).toBeNull();
    const version = shown.config_version;
    const mask = shown.connection_oauth_apple?.client_secret;
    const body = { connection_oauth_apple: { client_secret: mask } };
    expect((await call<Written>(`patch ${config}`, 200, { path, body })).config_version).not.toBe(version);
  });

  it('share the organization settings with the instance', async () => {
    await contract.call(`patch ${config}`, 200, {
      path,
      body: { organization_settings: { max_allowed_memberships: 42 } },
    });
    const key = contract.sandbox.applications.find(({ name }) => name === 'Ashford University')?.secretKey;
    const answer = await fetch(`${contract.sandbox.url}/v1/instance/organization_settings`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(await answer.json()).toMatchObject({ max_allowed_memberships: 42 });
  });
});
