import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type MutatingProxy, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { digest } from '../support/tls/proxy-schemes';
import { authorityFile, certificateFile, type Running, startTlsFront } from '../support/tls/tls-front';
import { startTunnelProxy } from '../support/tls/tunnel-proxy';
import { buildCli } from './build-cli';
import { type CliEnvironment, jsonOf, runCli } from './run-cli';

let cli = '';
let sandbox: Sandbox;
let between: MutatingProxy;
let tls: Running;
let folder = '';
const running: Running[] = [];

interface Told {
  readonly error: { readonly code: string; readonly message: string; readonly next: string };
}

/** Runs a command on the workspace of that name. */
const tenantry = (name: string, words: readonly string[], environment: CliEnvironment = {}, input = '') => {
  const [command = '', ...rest] = words;
  const secrets = { TENANTRY_PASSPHRASE: 'correct horse', TENANTRY_API_KEY: sandbox.secretKey };
  const all = [command, '--dir', join(folder, name), '--json', ...rest];
  return runCli(cli, all, { ...secrets, ...environment }, input);
};
const init = async (name: string, url: string) =>
  expect(await tenantry(name, ['init', '--url', url])).toMatchObject({ code: 0 });

beforeAll(async () => {
  cli = await buildCli();
  sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.02 });
  between = await startMutatingProxy(sandbox.url);
  tls = await startTlsFront(sandbox.url);
  folder = await mkdtemp(join(tmpdir(), 'tenantry-network-'));
  await init('plain', between.url);
  await init('named', 'https://api.tenantry.test/v1');
  await init('local', `https://localhost:${tls.port}/v1`);
});
afterAll(async () => {
  await between.close();
  tls.close();
  await sandbox.close();
});
afterEach(() => {
  between.alter = () => undefined;
  between.block = () => undefined;
  for (const one of running.splice(0)) one.close();
});

/** What a firewall says in the service's place. */
const blocked = {
  status: 403,
  text: '<!doctype html><h1>Blocked by policy</h1>',
  headers: { 'content-type': 'text/html' },
};

test('a firewall’s page is told as what it is, by pull and by apply, and nothing is refused or lost', async () => {
  const name = 'plain';
  expect((await tenantry(name, ['pull'])).code).toBe(0);
  const listed = jsonOf<{ rows: { id: string; maxAllowedMemberships: number }[] }>(
    await tenantry(name, ['list', 'organization', '--sort', 'name', '--limit', '1']),
  );
  const [row] = listed.value.rows;
  const value = (row?.maxAllowedMemberships ?? 0) + 1_000;
  const draft = {
    entity: 'organization',
    recordId: row?.id,
    action: { verb: 'update', field: 'maxAllowedMemberships', value },
  };
  expect((await tenantry(name, ['stage', '-'], {}, JSON.stringify([draft]))).code).toBe(0);

  // Only writes meet it: the intent stays, staged.
  between.block = ({ method }) => (method === 'GET' ? undefined : blocked);
  const code = 'not-the-service';
  expect(jsonOf(await tenantry(name, ['apply']))).toMatchObject({
    value: { report: { applied: 0, refused: 0, stoppedBy: { code } } },
  });
  expect(jsonOf(await tenantry(name, ['intents'])).value).toMatchObject([{ state: 'staged' }]);

  between.block = () => blocked;
  const pulled = jsonOf<Told>(await tenantry(name, ['pull']));
  expect(pulled).toMatchObject({ code: 3, value: { error: { code } } });
  expect(pulled.value.error.message).toMatch(/answers in its place \(status 403\)/);

  between.block = () => undefined;
  expect(jsonOf(await tenantry(name, ['apply']))).toMatchObject({
    code: 0,
    value: { report: { applied: 1 } },
  });
});

test('what a certificate lacks is told in words, and an authority that --ca names is trusted', async () => {
  const ca = ['--ca', authorityFile];
  const told = async (
    name: string,
    shows: 'issued' | 'expired' | 'elsewhere',
    words: RegExp,
    given: string[],
  ) => {
    const front = await startTlsFront(sandbox.url, { shows });
    running.push(front);
    await init(name, `https://localhost:${front.port}/v1`);
    const refused = jsonOf<Told>(await tenantry(name, ['pull', ...given]));
    expect(refused).toMatchObject({ code: 3, value: { error: { code: 'certificate' } } });
    expect(refused.value.error.message).toMatch(words);
    return name;
  };
  await told('expired', 'expired', /has expired/, ca);
  await told('elsewhere', 'elsewhere', /for another name than this address/, ca);
  const issued = await told('issued', 'issued', /nobody knows who issued it/, []);
  expect((await tenantry(issued, ['pull', ...ca])).code).toBe(0);
  const bad = jsonOf<Told>(await tenantry(issued, ['pull', '--ca', '/dev/null']));
  expect(bad).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
  expect(bad.value.error.next).toContain('PEM');
});

test('a name that nobody knows, and a port where nobody listens, are told in words', async () => {
  expect((await tenantry('named', ['pull'])).stderr).toMatch(/nobody knows a machine by its name/);
  const gone = await startTlsFront(sandbox.url);
  await init('gone', `https://localhost:${gone.port}/v1`);
  gone.close();
  const refused = jsonOf<Told>(await tenantry('gone', ['pull']));
  expect(refused).toMatchObject({ code: 3, value: { error: { code: 'offline' } } });
  expect(refused.value.error.message).toMatch(/nothing listens at its address/);
});

test('a sign-in page with status 200 is told as that', async () => {
  between.block = () => ({ ...blocked, status: 200 });
  const pulled = jsonOf<Told>(await tenantry('plain', ['pull']));
  expect(pulled).toMatchObject({ code: 3, value: { error: { code: 'not-the-service' } } });
  expect(pulled.value.error.message).toMatch(/sign-in page/);
  expect(pulled.value.error.next).toMatch(/browser/);
});

test('a certificate that is not trusted is told, and trusted once it is named', async () => {
  const refused = jsonOf<Told>(await tenantry('local', ['pull']));
  expect(refused).toMatchObject({ code: 3, value: { error: { code: 'certificate' } } });
  expect(refused.value.error.message).toMatch(/certificate of the service is not trusted/);
  expect(refused.value.error.next).toContain('--ca');
  const trusted = await tenantry('local', ['pull'], { NODE_EXTRA_CA_CERTS: certificateFile });
  expect(trusted.code).toBe(0);
});

test('HTTPS_PROXY is taken, with its login, and NO_PROXY spares hosts', async () => {
  const open = await startTunnelProxy(tls.port);
  const closed = await startTunnelProxy(tls.port, 'ada:secret');
  running.push(open, closed);
  const trust = { NODE_EXTRA_CA_CERTS: certificateFile };
  const asked = 'api.tenantry.test:443';
  const through = (environment: CliEnvironment) => tenantry('named', ['pull'], { ...trust, ...environment });

  expect((await through({ HTTPS_PROXY: `http://127.0.0.1:${open.port}` })).code).toBe(0);
  expect(new Set(open.asked)).toEqual(new Set([asked]));
  expect((await through({ https_proxy: `127.0.0.1:${open.port}` })).code).toBe(0);

  const login = jsonOf<Told>(await through({ HTTPS_PROXY: `http://127.0.0.1:${closed.port}` }));
  expect(login).toMatchObject({ code: 3, value: { error: { code: 'proxy-login' } } });
  expect(login.value.error.message).toMatch(/proxy asks for a login/);
  const mistyped = await through({ HTTPS_PROXY: `http://ada:mistyped-word@127.0.0.1:${closed.port}` });
  expect(mistyped.code).toBe(3);
  expect(mistyped.stdout + mistyped.stderr).not.toMatch(/ada|mistyped-word/);
  expect((await through({ HTTPS_PROXY: `http://ada:secret@127.0.0.1:${closed.port}` })).code).toBe(0);

  const other = await startTunnelProxy(tls.port, 'ada:secret', digest);
  running.push(other);
  const unspoken = await through({ HTTPS_PROXY: `http://ada:secret@127.0.0.1:${other.port}` });
  expect(jsonOf<Told>(unspoken).value.error.next).toContain('it speaks Basic only');

  open.asked.length = 0;
  const spared = { HTTPS_PROXY: `http://127.0.0.1:${open.port}`, NO_PROXY: 'example.com,.tenantry.test' };
  // The name leads nowhere without the proxy.
  expect(jsonOf<Told>(await through(spared))).toMatchObject({
    code: 3,
    value: { error: { code: 'offline' } },
  });
  expect(open.asked).toEqual([]);

  for (const [address, fault] of [
    ['socks5://nowhere', 'it begins with socks5://, and only http:// and https:// are spoken'],
    ['http://ada:100%word@127.0.0.1:1', 'it has a % in its login that begins no character'],
    ['ada:100%25@127.0.0.1:80800', 'it has a port that there is not'],
    ['http://ada:100%25@1.2.3.256:8080', 'it needs a host such as example.com'],
  ] as const) {
    const wrong = await through({ HTTPS_PROXY: address });
    expect(jsonOf<Told>(wrong)).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
    expect(wrong.stderr).toContain(`HTTPS_PROXY is no address of a proxy: ${fault}`);
    expect(wrong.stdout + wrong.stderr).not.toMatch(/ada|100%/);
  }
});

test('no proxy stands on the way to this very machine', async () => {
  const proxy = await startTunnelProxy(tls.port);
  running.push(proxy);
  const address = `http://127.0.0.1:${proxy.port}`;
  expect((await tenantry('plain', ['pull'], { HTTP_PROXY: address, HTTPS_PROXY: address })).code).toBe(0);
  expect(proxy.asked).toEqual([]);
});

test('a 429 that asks for ten minutes ends a pull with 3, and says until when', async () => {
  const errors = [{ code: 'too_many', message: 'slow down', long_message: 'Slow down.' }];
  between.alter = ({ path }) =>
    path === '/organization_memberships'
      ? { status: 429, body: { errors }, headers: { 'retry-after': '600' } }
      : undefined;
  const started = performance.now();
  const pulled = jsonOf<Told>(await tenantry('plain', ['pull']));
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(pulled).toMatchObject({ code: 3, value: { error: { code: 'rate-limited' } } });
  const [, until = ''] = /until (\S+Z)/.exec(pulled.value.error.message) ?? [];
  expect(Math.abs(Date.parse(until) - Date.now() - 600_000)).toBeLessThan(60_000);
});

test('a short 429 is waited out, and said meanwhile', async () => {
  const errors = [{ code: 'too_many', message: 'slow down', long_message: 'Slow down.' }];
  let refused = 0;
  between.alter = ({ path }) => {
    if (path !== '/organization_memberships' || refused > 0) return undefined;
    refused += 1;
    return { status: 429, body: { errors }, headers: { 'retry-after': '2' } };
  };
  const pulled = await tenantry('plain', ['pull']);
  expect(pulled.code).toBe(0);
  expect(pulled.stderr).toMatch(/asks to wait: GET \/organization_memberships until \d{4}-/);
});

test('a pull ends, although the clock is set back an hour while it runs', async () => {
  // The clock of the whole process jumps at the first request.
  const jump = join(folder, 'jump.mjs');
  await writeFile(
    jump,
    `const now = Date.now; const fetch = globalThis.fetch; let back = 0;
     Date.now = () => now() - back;
     globalThis.fetch = (...asked) => { back = 3_600_000; return fetch(...asked); };`,
  );
  expect((await tenantry('plain', ['pull'])).code).toBe(0);
  const pulled = await tenantry('plain', ['pull'], { NODE_OPTIONS: `--import ${jump}` });
  expect(pulled).toMatchObject({ code: 0 });
});
