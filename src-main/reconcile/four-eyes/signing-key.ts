import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson, type JsonObject } from '@shared/domain/json';

/** The workspace's own key for signing. */
export interface SigningKey {
  /** Raw, base64. */
  readonly publicKey: string;
  /** Base64. */
  sign(what: JsonObject): string;
  /** 32 bytes, hex: whoever has it signs as this workspace. */
  seed(): string;
}

/** DER heads of Ed25519 keys, before the 32 raw bytes (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The Ed25519 key of a workspace, derived (HKDF, RFC 5869) from the secret that its vault keeps: it is as well guarded as
 * that, lies nowhere else, and is the same after every restart.
 *
 * @param secret 32 bytes, hex.
 */
export function signingKeyOf(secret: string): SigningKey {
  const seed = hkdfSync('sha256', Buffer.from(secret, 'hex'), '', 'tenantry/sign-change-sets/1', 32);
  return signingKeyFrom(Buffer.from(seed).toString('hex'));
}

/** The key of a seed that was kept. */
export function signingKeyFrom(seed: string): SigningKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateHead, Buffer.from(seed, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: spki.subarray(publicHead.length).toString('base64'),
    sign: (what) => sign(null, bytesOf(what), privateKey).toString('base64'),
    seed: () => seed,
  };
}

export function isSignedBy(publicKey: string, what: JsonObject, signature: string): boolean {
  const key = decodeKey(publicKey);
  const bytes = Buffer.from(signature, 'base64');
  // Base64 leaves bits unused at its end: another spelling of the same bytes is a file that was changed.
  return key !== null && bytes.toString('base64') === signature && verify(null, bytesOf(what), key, bytes);
}

/** Hash of plain JSON, whatever the order of its keys: hex. */
export function digestOf(what: JsonObject): string {
  return createHash('sha256').update(bytesOf(what)).digest('hex');
}

/** What two people compare: 16 hex digits in groups of four. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

const bytesOf = (what: JsonObject): Buffer => Buffer.from(canonicalJson(what));

function decodeKey(publicKey: string): KeyObject | null {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return null;
  return createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });
}
