import { scrypt } from 'node:crypto';

export interface DerivationCost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** OWASP's scrypt setting: N = 2^17, r = 8, p = 1; about 128 MB and a third of a second. */
export const currentCost: DerivationCost = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };

/** Derives a 32-byte key from a passphrase; the same letters typed on another keyboard (NFKC) give the same key. */
export async function deriveKey(passphrase: string, salt: Buffer, cost: DerivationCost): Promise<Buffer> {
  const { cost: N, blockSize: r, parallelization: p } = cost;
  const options = { N, r, p, maxmem: 128 * N * r * p + 2 ** 25 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
