import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

/** SQLCipher 4 defaults: 4,096-byte pages that end in a 16-byte IV and a 64-byte HMAC-SHA512. */
export const PAGE_SIZE = 4096;
const MAC_SIZE = 64;
/** The first 16 bytes of a file are the salt; page 1's content starts after it. */
export const SALT_SIZE = 16;
const SALT_MASK = 0x3a;

/** The key that SQLCipher seals pages with: PBKDF2 of the raw key over the masked salt, two rounds. */
export function sealKey(key: string, salt: Uint8Array): Buffer {
  const masked = Buffer.from(salt.map((byte) => byte ^ SALT_MASK));
  return pbkdf2Sync(Buffer.from(key, 'hex'), masked, 2, 32, 'sha512');
}

/**
 * Whether a page carries the seal it should. `pageNumber` counts from 1; `page` holds exactly one page.
 * Source: SQLCipher's design page and `sqlcipher_page_hmac` (content, IV, page number in little-endian).
 */
export function isSealed(page: Uint8Array, pageNumber: number, macKey: Uint8Array): boolean {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(pageNumber);
  const content = page.subarray(pageNumber === 1 ? SALT_SIZE : 0, PAGE_SIZE - MAC_SIZE);
  const mac = createHmac('sha512', macKey).update(content).update(number).digest();
  return timingSafeEqual(mac, page.subarray(PAGE_SIZE - MAC_SIZE, PAGE_SIZE));
}
