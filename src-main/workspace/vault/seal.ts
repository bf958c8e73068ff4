import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealedBox } from './vault';

const cipher = 'aes-256-gcm';

/** Seals a text under a 32-byte key. `context` (the workspace id) is authenticated, so a box cannot be moved. */
export function seal(key: Buffer, plain: string, context: string): SealedBox {
  const nonce = randomBytes(12);
  const encrypting = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([encrypting.update(plain, 'utf8'), encrypting.final()]);
  return {
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: encrypting.getAuthTag().toString('base64'),
  };
}

/** Opens a box; null when the key, the context or a byte is wrong. */
export function unseal(key: Buffer, box: SealedBox, context: string): string | null {
  try {
    const decrypting = createDecipheriv(cipher, key, Buffer.from(box.nonce, 'base64'), { authTagLength: 16 })
      .setAAD(Buffer.from(context))
      .setAuthTag(Buffer.from(box.tag, 'base64'));
    return decrypting.update(box.sealed, 'base64', 'utf8') + decrypting.final('utf8');
  } catch {
    return null;
  }
}
