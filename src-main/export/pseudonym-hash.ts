import { createHmac } from 'node:crypto';
import type { PseudonymHash } from '@shared/domain/export/pseudonym';

const mostHashes = 200_000;
/** Digits and consonants: no name, and no part of one, comes out by chance. */
const letters = '0123456789bcdfghjklmnpqrstvwxz';
const length = 11;

/** Eleven digits and consonants for a text, by HMAC-SHA256 with a salt; the last ones are kept, for names repeat. */
export function pseudonymHash(salt: string): PseudonymHash {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    let number = createHmac('sha256', salt).update(text.normalize('NFC')).digest().readBigUInt64BE();
    let made = '';
    for (; made.length < length; number /= 30n) made += letters[Number(number % 30n)];
    if (known.size >= mostHashes) known.clear();
    known.set(text, made);
    return made;
  };
}
