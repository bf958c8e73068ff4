import { z } from 'zod';

const base64 = z.base64();

/** An AES-256-GCM box, its parts in base64. */
export const SealedBox = z.object({ nonce: base64, sealed: base64, tag: base64 });
export type SealedBox = Readonly<z.infer<typeof SealedBox>>;

/** How the secrets of a workspace are wrapped, as `workspace.json` keeps it. */
export const Vault = z.discriminatedUnion('kind', [
  /** By the platform's keyring (the shell's `safeStorage`). */
  z.object({ kind: z.literal('keyring'), wrapped: base64 }),
  /** By a key derived from a passphrase. Bounds keep a doctored file from asking for gigabytes, or for what scrypt cannot do. */
  z
    .object({
      kind: z.literal('passphrase'),
      kdf: z.literal('scrypt'),
      cost: z
        .number()
        .int()
        .min(2 ** 14)
        .max(2 ** 20)
        .refine((cost) => Number.isInteger(Math.log2(cost))),
      blockSize: z.number().int().min(8).max(16),
      parallelization: z.number().int().min(1).max(4),
      salt: base64,
      box: SealedBox,
    })
    .refine(({ cost, blockSize }) => 128 * cost * blockSize <= 2 ** 30),
  /** By a key file in the same folder: protects nothing from who can read the profile. Synthetic data only. */
  z.object({ kind: z.literal('profile'), box: SealedBox }),
]);
export type Vault = Readonly<z.infer<typeof Vault>>;
