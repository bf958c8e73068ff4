import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { PAGE_SIZE, SALT_SIZE, sealKey } from './page-seal';

const IV_SIZE = 16;
const MAC_SIZE = 64;
const CONTENT_SIZE = PAGE_SIZE - IV_SIZE - MAC_SIZE;
/** B-tree page type of a table's leaf, with no cells. */
const EMPTY_LEAF = 0x0d;

/** A well-sealed page that holds an empty table leaf: SQLite walks over it as if its rows had been deleted. */
export function emptyLeafPage(pageNumber: number, key: string, salt: Uint8Array): Buffer {
  const content = Buffer.alloc(CONTENT_SIZE);
  const start = pageNumber === 1 ? SALT_SIZE : 0;
  content[start] = EMPTY_LEAF;
  content.writeUInt16BE(CONTENT_SIZE, start + 5);
  const iv = randomBytes(IV_SIZE);
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(key, 'hex'), iv).setAutoPadding(false);
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), iv]);
  const number = Buffer.alloc(4);
  number.writeUInt32LE(pageNumber);
  const mac = createHmac('sha512', sealKey(key, salt)).update(sealed).update(number).digest();
  return Buffer.concat([sealed, mac]);
}
