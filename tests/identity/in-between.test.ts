import { afterAll, afterEach, expect, onTestFinished, test } from 'vitest';
import { type Altered, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { noWaiting } from '../support/no-waiting';
import { startTlsFront } from '../support/tls/tls-front';
import { clientOf, rowsOf, startService } from './identity-rig';

const sandbox = await startService();
const between = await startMutatingProxy(sandbox.url);
const client = clientOf(sandbox, { url: between.url, endpointLimits: false });
const [organization] = await rowsOf(client, 'organization');
afterAll(async () => {
  await between.close();
  await sandbox.close();
});
afterEach(() => {
  between.block = () => undefined;
});

const html = (status: number, headers: Record<string, string> = {}): Altered => ({
  status,
  text: '<!doctype html><h1>Blocked by policy</h1>',
  headers: { 'content-type': 'text/html', ...headers },
});
const moved = { location: 'https://portal.example/login?key=1' };

test.each([
  ['a firewall’s 403 page', html(403), 'not-the-service', 'status 403'],
  ['a portal’s 401 page', html(401), 'not-the-service', 'status 401'],
  ['a 404 page', html(404), 'not-the-service', 'status 404'],
  ['a 400 without a word', { status: 400, text: '' }, 'not-the-service', 'status 400'],
  ['a gateway’s own JSON', { status: 403, body: { message: 'Forbidden' } }, 'not-the-service', 'status 403'],
  ['JSON with no error in it', { status: 422, body: { errors: [] } }, 'not-the-service', 'status 422'],
  ['a portal’s 511 page', html(511), 'not-the-service', 'sign-in page'],
  ['a redirect', html(302, moved), 'redirected', 'portal.example'],
  ['a redirect for good', html(301, moved), 'redirected', 'portal.example'],
  ['a redirect that keeps the method', html(307, moved), 'redirected', 'portal.example'],
  ['a redirect to nowhere', html(308), 'redirected', 'status 308'],
])(
  '%s is no word of the service, for a read and for a write, and nothing was carried out',
  async (...each) => {
    const [, answer, code, says] = each;
    between.block = () => answer;
    if (organization === undefined) throw new Error('the world has organizations');
    const call = { verb: 'update', entity: 'organization', record: organization } as const;
    const results = [
      await client.fetchPage('organization', { offset: 0, limit: 1 }),
      await client.fetchOne('organization', organization),
      await client.send({ ...call, field: 'maxAllowedMemberships', value: 95 }),
      await client.send({ verb: 'create', entity: 'organization', values: { name: 'New' } }),
      await client.send({ verb: 'delete', entity: 'organization', record: organization }),
    ];
    for (const result of results) {
      expect(result).toMatchObject({
        ok: false,
        failure: { kind: 'offline', code, mayHaveTakenEffect: false },
      });
      expect(result.ok ? '' : result.failure.message).toContain(says);
      expect(JSON.stringify(result)).not.toContain('key=1');
    }
  },
);

test('a redirect to another host is not followed there, for a read or for a write', async () => {
  const elsewhere = await startMutatingProxy(sandbox.url);
  onTestFinished(() => elsewhere.close());
  if (organization === undefined) throw new Error('the world has organizations');
  for (const status of [301, 302, 303, 307, 308]) {
    between.block = ({ path }) => ({ status, headers: { location: `${elsewhere.url}/v1${path}` }, text: '' });
    const failure = { kind: 'offline', code: 'redirected' };
    const read = await client.fetchPage('organization', { offset: 0, limit: 1 });
    expect(read).toMatchObject({ ok: false, failure });
    const write = await client.send({ verb: 'delete', entity: 'organization', record: organization });
    expect(write).toMatchObject({ ok: false, failure });
  }
  expect(elsewhere.asked).toEqual([]);
});

test('a proxy’s 407 page is told as such; of a write it proves nothing, for fetch keeps the answer to itself', async () => {
  between.block = () => html(407, { 'proxy-authenticate': 'Basic' });
  if (organization === undefined) throw new Error('the world has organizations');
  const failure = { kind: 'offline', code: 'proxy-login', mayHaveTakenEffect: false };
  expect(await client.fetchPage('user', { offset: 0, limit: 1 })).toMatchObject({ ok: false, failure });
  expect(await client.send({ verb: 'delete', entity: 'organization', record: organization })).toMatchObject({
    ok: false,
    failure: { ...failure, mayHaveTakenEffect: true },
  });
});

test('a portal’s page with status 200 is no answer of the service; of a write it proves nothing', async () => {
  for (const answer of [html(200), { status: 200, text: '\n<HTML>Sign in</HTML>' }]) {
    between.block = () => answer;
    if (organization === undefined) throw new Error('the world has organizations');
    const failure = {
      kind: 'offline',
      code: 'not-the-service',
      message: expect.stringContaining('A sign-in page'),
    };
    const read = await client.fetchPage('user', { offset: 0, limit: 1 });
    expect(read).toMatchObject({ ok: false, failure: { ...failure, mayHaveTakenEffect: false } });
    const write = await client.send({ verb: 'delete', entity: 'organization', record: organization });
    expect(write).toMatchObject({ ok: false, failure: { ...failure, mayHaveTakenEffect: true } });
  }
});

test.each([
  [html(429), 'rate-limited'],
  [html(503), 'server'],
  [html(502), 'server'],
  [html(408), 'timeout'],
])('a page with a status that anybody may send (%j) is believed', async (answer, kind) => {
  between.block = () => answer;
  const impatient = clientOf(sandbox, { url: between.url, ...noWaiting() });
  const result = await impatient.fetchPage('organization', { offset: 0, limit: 1 });
  expect(result).toMatchObject({ ok: false, failure: { kind } });
});

test('a certificate that is not trusted is told as such, and nothing was sent', async () => {
  const tls = await startTlsFront(sandbox.url);
  const stranger = clientOf(sandbox, { url: `https://localhost:${tls.port}` });
  const before = between.asked.length;
  const failure = {
    kind: 'offline',
    code: 'certificate',
    message:
      'The certificate of the service is not trusted: it vouches for itself (DEPTH_ZERO_SELF_SIGNED_CERT).',
    mayHaveTakenEffect: false,
  };
  expect(await stranger.fetchPage('user', { offset: 0, limit: 1 })).toMatchObject({ ok: false, failure });
  expect(between.asked.length).toBe(before);
  tls.close();
});

test('Chromium’s codes of certificates, proxies and redirects count like Node’s', async () => {
  const failing = (message: string) =>
    clientOf(sandbox, { fetch: () => Promise.reject(new Error(message)) }).fetchPage('user', {
      offset: 0,
      limit: 1,
    });
  const told = [
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy-login'],
    ['net::ERR_PROXY_AUTH_REQUESTED', 'proxy-login'],
    ['Redirect was cancelled', 'redirected'],
  ] as const;
  for (const [message, code] of told) {
    expect(await failing(message)).toMatchObject({ ok: false, failure: { kind: 'offline', code } });
  }
});
