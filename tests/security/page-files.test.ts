import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetResponse } from '@main/shell/page/asset-response';
import { contentSecurityPolicy } from '@main/shell/page/content-security-policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
let root = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenantry-page-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.json'), '{}');
  await writeFile(join(folder, 'renderer-else.json'), '{}');
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'app.js'), 'x');
  await writeFile(join(root, 'assets', 'run.sh'), 'x');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the files of the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/app.js', 'text/javascript; charset=utf-8'],
  ])('%s is served as %s, under the policy', async (path, type) => {
    const response = await assetResponse(root, 'GET', `app://tenantry${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'app://tenantry/../secret.json',
    'app://tenantry/..%2fsecret.json',
    'app://tenantry/%2e%2e/secret.json',
    'app://tenantry/%252e%252e/secret.json',
    'app://tenantry/assets/..%5c..%5c..%5csecret.json',
    'app://tenantry/..%2frenderer-else.json',
    'app://tenantry/assets/app.js%00.html',
    'app://tenantry/assets/run.sh',
    'app://tenantry/assets',
    'app://tenantry/missing.js',
    'app://tenantry.example/index.html',
    'app://other/index.html',
    'app://user@tenantry/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is not served', async (url) => {
    expect((await assetResponse(root, 'GET', url)).status).toBe(404);
  });

  it('are only read, and a refusal is under the policy too', async () => {
    const response = await assetResponse(root, 'POST', 'app://tenantry/');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });
});

describe('the policy of the page', () => {
  it('allows nothing inline, no eval, no network and no frames but previews', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'/);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|wss?:|blob:/);
    for (const nothing of ['connect-src', 'object-src', 'base-uri', 'form-action', 'worker-src'])
      expect(contentSecurityPolicy).toContain(`${nothing} 'none'`);
    expect(contentSecurityPolicy).toContain('frame-src preview:;');
  });
});
