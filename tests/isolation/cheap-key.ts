import type * as DeriveKey from '@main/workspace/vault/derive-key';
import { vi } from 'vitest';

/**
 * What a passphrase costs where workspaces are opened dozens of times: `vi.mock` puts it in the place of `derive-key.ts`. The cost stands in
 * each vault, so that whoever opens it pays no more; what the product asks for is `tests/workspace/vault.test.ts`.
 */
const real = await vi.importActual<typeof DeriveKey>('@main/workspace/vault/derive-key');

export const { deriveKey } = real;
export const currentCost: DeriveKey.DerivationCost = { ...real.currentCost, cost: 2 ** 14 };
