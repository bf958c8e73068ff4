import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { signatureName, signedBytes } from '@main/updates/feed/signed-text';
import { publicKeyOf, verifyFeed } from '@main/updates/feed/verify-feed';

/** Names the file with the private key, Ed25519 as PEM, of whoever publishes. It lies outside of the repository. */
const keyVariable = 'TENANTRY_UPDATE_SIGNING_KEY';

/**
 * Signs a feed in place of every signature beside it: `latest-linux.yml.sig`, a line for each key. Throws where the app would not
 * take it: before it is published.
 *
 * @returns the public keys that builds need to trust it
 */
export async function signFeed(file: string, keys: readonly KeyObject[]): Promise<readonly string[]> {
  const bytes = await readFile(file);
  const name = basename(file);
  const lines = keys.map((key) => sign(null, signedBytes(name, bytes), key).toString('base64'));
  const signatures = `${lines.join('\n')}\n`;
  const trusted = keys.map((key) => publicText(key));
  for (const text of trusted) {
    const key = publicKeyOf(text);
    if (key === null) throw new Error(`${keyVariable} names no Ed25519 key`);
    const read = verifyFeed({ name, bytes, signatures }, [key]);
    if (!read.ok) throw new Error(`${file}: ${read.error.message}`);
  }
  await writeFile(signatureName(file), signatures);
  return trusted;
}

/** How a build names the public half of a key: SPKI in base64. */
export function publicText(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}

/** `--new-key FILE`: makes a key pair. `FEED...`: signs them. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'new-key': { type: 'string' } },
  });
  const made = values['new-key'];
  if (made !== undefined) {
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(made, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
    process.stdout.write(`${publicText(privateKey)}\n`);
    return;
  }
  const files = (process.env[keyVariable] ?? '').split(':').filter((path) => path !== '');
  if (files.length === 0 || positionals.length === 0)
    throw new Error(`Name the feeds to sign, and in ${keyVariable} the file of the key (several: a:b)`);
  const keys = await Promise.all(files.map(async (path) => createPrivateKey(await readFile(path))));
  for (const feed of positionals) {
    await signFeed(feed, keys);
    process.stdout.write(`${signatureName(feed)}\n`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
