import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { everyRead, getRoutes, type Read } from '../support/every-read';

const now = Date.UTC(2026, 10, 2, 9);
const running = new Set<Sandbox>();

const started = async (world: string): Promise<Sandbox> => {
  const sandbox = await startSandbox({ world, seed: 5, scale: 0.05, applications: 4, limits: 'none', now });
  running.add(sandbox);
  return sandbox;
};
afterEach(async () => {
  for (const sandbox of running) await sandbox.close();
  running.clear();
});

const call = async (
  { url, secretKey, platformToken }: Sandbox,
  method: string,
  path: string,
  body?: object,
) => {
  const headers = {
    authorization: `Bearer ${path.startsWith('/platform') ? platformToken : secretKey}`,
    'content-type': 'application/json',
  };
  const response = await fetch(`${url}/v1${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: [...response.headers], text: await response.text() };
};

const firstOf = async (sandbox: Sandbox, path: string): Promise<string> => {
  const body = JSON.parse((await call(sandbox, 'GET', `${path}?limit=1`)).text);
  const [first] = Array.isArray(body) ? body : body.data;
  return first.id ?? first.application_id;
};

/** Makes of everything that can be made, changes, acts and removes; what each was answered with. */
async function write(sandbox: Sandbox) {
  const said: object[] = [];
  const does = async (method: string, path: string, body?: object) => {
    const answer = await call(sandbox, method, path, body);
    said.push([method, path, answer]);
    return answer.status < 300 && answer.text !== '' ? JSON.parse(answer.text) : {};
  };
  const application = await firstOf(sandbox, '/platform/applications');
  const user = await does('POST', '/users', {
    ...{ email_address: ['ada@acme.example'], phone_number: ['+15551230001'], first_name: 'Ada' },
    skip_password_requirement: true,
  });
  await does('POST', '/email_addresses', { user_id: user.id, email_address: 'ada.two@acme.example' });
  await does('POST', `/users/${user.id}/ban`);
  const organization = await does('POST', '/organizations', {
    name: 'Acme',
    slug: 'acme',
    created_by: user.id,
  });
  await does('PATCH', `/organizations/${organization.id}/metadata`, { public_metadata: { tier: 'gold' } });
  // Refusals are answers too.
  await does('POST', '/organizations', { name: 'Acme', slug: 'acme' });
  await does('POST', '/users', {});
  await does('GET', '/users/user_missing');
  const role = await does('POST', '/organization_roles', {
    name: 'Auditor',
    key: 'org:auditor',
    permissions: [],
  });
  await does('POST', '/role_sets', {
    ...{ name: 'Auditors', key: 'role_set:auditors', roles: ['org:admin', 'org:auditor'] },
    ...{ default_role_key: 'org:auditor', creator_role_key: 'org:admin' },
  });
  await does('POST', `/organizations/${organization.id}/invitations`, {
    email_address: 'g@acme.example',
    role: 'org:admin',
  });
  await does('POST', `/organizations/${organization.id}/domains`, {
    name: 'acme.example',
    enrollment_mode: 'manual_invitation',
  });
  const connection = await does('POST', '/enterprise_connections', {
    name: 'Acme',
    provider: 'saml_okta',
    domains: ['acme.example'],
  });
  await does('POST', `/enterprise_connections/${connection.id}/test_runs`);
  await does('POST', '/directories', {
    enterprise_connection_id: connection.id,
    provider: 'okta',
    name: 'Acme',
  });
  await does('POST', '/invitations', { email_address: 'h@acme.example' });
  await does('POST', '/waitlist_entries', { email_address: 'i@acme.example' });
  await does('POST', '/allowlist_identifiers', { identifier: 'j@acme.example', notify: true });
  await does('POST', '/jwt_templates', { name: 'today', claims: { a: 1 } });
  const client = await does('POST', '/oauth_applications', {
    name: 'Portal',
    redirect_uris: ['https://acme.example/back'],
  });
  await does('POST', `/oauth_applications/${client.id}/rotate_secret`);
  const machine = await does('POST', '/machines', { name: 'worker' });
  await does('POST', '/api_keys', { name: 'Nightly', subject: machine.id });
  await does('POST', '/testing_tokens');
  await does('PUT', '/templates/email/invitation', {
    name: 'Come',
    subject: 'Come',
    body: '{{action_url}} {{otp_code}}',
  });
  await does('DELETE', `/organization_roles/${role.id}`);
  await does('POST', '/platform/applications', {
    name: 'Made today',
    environment_types: ['development', 'production'],
    domain: 'made.example',
  });
  await does('POST', `/platform/applications/${application}/rotate_secret_keys`, {
    delay_old_secrets_expiration_hours: 1,
  });
  await does('POST', '/platform/domain_intents', { name: 'announced.example' });
  await does('POST', `/platform/applications/${application}/transfers`, {});
  await does('PATCH', `/platform/applications/${application}/instances/production/config`, {
    auth_password: { min_length: 14 },
  });
  await does('DELETE', `/organizations/${organization.id}`);
  await does('DELETE', `/users/${user.id}`);
  await sandbox.control.setClock({ advanceMs: 90_000 });
  return said;
}

/** Answers of everything, then of a day of writes, then of everything again. */
async function told(world: string) {
  const sandbox = await started(world);
  const before = await everyRead(sandbox, 1);
  const writes = await write(sandbox);
  return { before, writes, after: await everyRead(sandbox, 1) };
}

describe('two sandboxes of one seed and one moment', () => {
  const covered = new Set<string>();
  const note = (reads: readonly Read[]): void => {
    for (const { route, status } of reads) if (status === 200) covered.add(route);
  };

  it.each(['northwind', 'lumen', 'campus'])(
    'of %s answer every read and every write alike, byte for byte, times and headers included',
    async (world) => {
      const [first, second] = [await told(world), await told(world)];
      expect(second.before).toEqual(first.before);
      expect(second.writes).toEqual(first.writes);
      expect(second.after).toEqual(first.after);
      expect(first.after).not.toEqual(first.before);
      note(first.before);
      note(first.after);
    },
  );

  it('were asked for everything that can be read', () => {
    expect(getRoutes().filter((route) => !covered.has(route))).toEqual([]);
  });
});
