import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxError } from '@main/sandbox/sandbox-error';
import type { SandboxOptionsInput } from '@main/sandbox/sandbox-options';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { openClient } from './open-client';

const root = mkdtempSync(join(tmpdir(), 'sandbox-starting-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const failure = async (options: SandboxOptionsInput): Promise<SandboxError> => {
  const error = await startSandbox({ scale: 0.05, ...options }).catch((reason: unknown) => reason);
  if (!(error instanceof SandboxError)) throw new Error(`started, or failed otherwise: ${String(error)}`);
  return error;
};

describe('starting', () => {
  it('goes on where it was left when the directory holds its world', async () => {
    const dataDir = join(root, 'kept', 'deep');
    const first = await openClient({ dataDir });
    const made = await first.call('POST', '/organizations', { name: 'Kept' });
    await first.close();
    const second = await openClient({ dataDir });
    expect(second.sandbox.secretKey).toBe(first.sandbox.secretKey);
    expect((await second.call('GET', `/organizations/${made.body.id}`)).body.name).toBe('Kept');
    const next = await second.call('POST', '/organizations', { name: 'Next' });
    expect(next.body.id).not.toBe(made.body.id);
    await second.close();
  });

  it('removes a temporary directory when it closes, also when asked twice', async () => {
    const sandbox = await startSandbox({ scale: 0.05 });
    await sandbox.close();
    await sandbox.close();
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });

  it('refuses a directory that holds another world', async () => {
    const dataDir = join(root, 'other');
    await (await startSandbox({ scale: 0.05, dataDir, seed: 1 })).close();
    const error = await failure({ dataDir, seed: 2 });
    expect(error.code).toBe('world_mismatch');
    expect(error.message).toContain('"seed":1');
  });

  it('refuses a place where no data can be kept', async () => {
    const file = join(root, 'file');
    writeFileSync(file, 'in the way');
    expect(await failure({ dataDir: join(file, 'sub') })).toMatchObject({ code: 'data_dir_unusable' });
    const notADatabase = mkdtempSync(join(root, 'bad-'));
    writeFileSync(join(notADatabase, 'sandbox.db'), 'x'.repeat(5_000));
    expect(await failure({ dataDir: notADatabase })).toMatchObject({ code: 'data_dir_unusable' });
    expect(existsSync(join(notADatabase, 'sandbox.db'))).toBe(true);
  });

  it('names a port that is in use', async () => {
    const sandbox = await startSandbox({ scale: 0.05 });
    const port = Number(new URL(sandbox.url).port);
    const error = await failure({ port });
    expect(error.code).toBe('port_in_use');
    expect(error.message).toContain(String(port));
    await sandbox.close();
  });

  it.each([
    [{ world: 'atlantis' }, 'unknown_world'],
    [{ scale: -1 }, 'bad_option'],
    [{ port: 70_000 }, 'bad_option'],
    [{ host: '203.0.113.1' }, 'address_unusable'],
  ] as const)('refuses %o', async (options, code) => {
    expect((await failure(options)).code).toBe(code);
  });

  it('serves lumen: users, no organizations', async () => {
    const client = await openClient({ world: 'lumen' });
    expect((await client.call('GET', '/users/count')).body.total_count).toBe(800);
    expect(await client.call('GET', '/organizations')).toMatchObject({
      status: 403,
      code: 'organization_not_enabled_in_instance',
    });
    expect((await client.call('GET', '/instance/organization_settings')).body.enabled).toBe(false);
    await client.close();
  });
});
