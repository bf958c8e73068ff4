import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startUpdateServer, type UpdateServer } from '../updates/update-server';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

let server: UpdateServer;
beforeAll(async () => {
  server = await startUpdateServer();
});
afterAll(() => server.stop());

const checkWith = async (environment: Record<string, string>, ...words: readonly string[]) =>
  jsonOf(await runCli(await buildCli(), ['update', 'check', '--json', ...words], environment));
const check = (...words: readonly string[]) => checkWith({}, ...words);

it('tells a newer version that is signed, and refuses what is altered, older or signed by nobody it trusts', async () => {
  await writeFile(join(server.folder, 'Tenantry.AppImage'), 'a new one');
  const feed = await server.publish('99.0.0', ['Tenantry.AppImage'], { notes: 'Faster.' });
  const words = ['--feed', server.url, '--key', server.publicKey];
  expect(await check(...words)).toMatchObject({
    code: 5,
    value: { verdict: 'newer', version: '99.0.0', releaseNotes: 'Faster.', files: [{ size: 9 }] },
  });
  expect(await check('--feed', server.url)).toMatchObject({ code: 2 });
  expect(await check('--feed', 'http://example.com', '--key', server.publicKey)).toMatchObject({ code: 2 });
  const asked = server.received.length;
  for (const mode of ['off', 'of'])
    expect(await checkWith({ TENANTRY_UPDATES: mode }, ...words)).toMatchObject({
      code: 6,
      value: { error: { code: 'update-refused', message: expect.stringContaining('TENANTRY_UPDATES') } },
    });
  expect(server.received.length).toBe(asked);
  await appendFile(feed, '\n');
  expect(await check(...words)).toMatchObject({ code: 6, value: { error: { code: 'update-refused' } } });
  await server.publish('0.0.1', ['Tenantry.AppImage']);
  expect(await check(...words)).toMatchObject({ code: 6, value: { error: { code: 'update-refused' } } });
  await server.stop();
  expect(await check(...words)).toMatchObject({ code: 3, value: { error: { code: 'offline' } } });
});
