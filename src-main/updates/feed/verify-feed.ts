import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { parse } from 'yaml';
import { Feed } from './feed';
import { signedBytes } from './signed-text';

/** A feed as it came: unbelieved. */
export interface FetchedFeed {
  /** `latest-linux.yml`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Lines of base64: one Ed25519 signature for each key that signed it. */
  readonly signatures: string;
}

const kept = t('Nothing was downloaded, and this version runs on.');

/** A public key of the build, Ed25519 as SPKI in base64; null where it is none. */
export function publicKeyOf(base64: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Reads a feed, once one of its signatures is by one of the keys over every byte of it: nothing of it is looked at before. */
export function verifyFeed(fetched: FetchedFeed, keys: readonly KeyObject[]): Result<Feed> {
  const signed = signedBytes(fetched.name, fetched.bytes);
  const signatures = fetched.signatures
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[A-Za-z0-9+/]{86}==$/.test(line))
    .map((line) => Buffer.from(line, 'base64'));
  const isSigned = keys.some((key) => signatures.some((signature) => verify(null, signed, key, signature)));
  if (!isSigned) {
    return failure(
      'update-refused',
      t(
        '{name} is not signed by a key that this build trusts: it was altered on its way, is of another system, or is half published. {kept}',
        { name: fetched.name, kept },
      ),
      t(
        'Look again later; if it stays so, ask who runs the update server, and install nothing from it by hand.',
      ),
    );
  }
  const feed = Feed.safeParse(readYaml(fetched.bytes));
  if (feed.success) return success(feed.data);
  const [issue] = feed.error.issues;
  return failure(
    'update-refused',
    t('{name} is signed, yet says no version that can be installed ({path}: {message}). {kept}', {
      name: fetched.name,
      path: issue?.path.join('.') ?? '',
      message: issue?.message ?? '',
      kept,
    }),
    t('Tell who publishes Tenantry; look again later.'),
  );
}

function readYaml(bytes: Uint8Array): unknown {
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { maxAliasCount: 0 });
  } catch {
    return null;
  }
}
