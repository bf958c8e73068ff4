import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { contentSecurityPolicy } from './content-security-policy';
import { resolveAsset } from './resolve-asset';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Headers of every answer, a refusal included. */
const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** Answers a request for a file of the page: 404 for what is not there, not ours or of no known type. */
export async function assetResponse(root: string, method: string, url: string): Promise<Response> {
  const file = method === 'GET' ? resolveAsset(root, url) : null;
  const type = file === null ? undefined : types[extname(file)];
  if (file === null || type === undefined) return new Response('', { status: 404, headers });
  try {
    const body = new Uint8Array(await readFile(file));
    return new Response(body, { headers: { ...headers, 'content-type': type } });
  } catch {
    return new Response('', { status: 404, headers });
  }
}
