import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '@main/identity/create-identity';
import type { PushPort } from '@main/identity/identity-port';
import { createReconciler, type Reconciler } from '@main/reconcile/create-reconciler';
import { createStaging, type Staging } from '@main/reconcile/staging/create-staging';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { openStore } from '@main/store/open-store';
import type { Store } from '@main/store/store';
import { createSync } from '@main/sync/create-sync';

/** Store, client, staging and reconciler over a sandbox with room in every organization; waiting only moves the clock. */
export interface ChaosRig {
  readonly sandbox: Sandbox;
  readonly port: PushPort;
  readonly store: Store;
  readonly staging: Staging;
  readonly reconciler: Reconciler;
  close(): Promise<void>;
}

export async function openRig(seed: number): Promise<ChaosRig> {
  let skipped = 0;
  const now = (): number => Date.now() + skipped;
  const sleep = async (ms: number): Promise<void> => {
    skipped += ms;
    await new Promise((resolve) => setImmediate(resolve));
  };
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-chaos-'));
  const sandbox = await startSandbox({ world: 'northwind', seed, scale: 0.05, limits: 'none' });
  const { url, secretKey: apiKey } = sandbox;
  const port = createIdentity({
    url,
    apiKey,
    fetch,
    now,
    sleep,
    requestsPer10s: 1_000_000,
    endpointLimits: false,
  });
  const store = await openStore({ directory, key: 'c5'.repeat(32), now });
  const first = createSync({ store, port, now });
  await swept(first);
  const unlimited = (await store.list('organization', [])).map(({ id }) => ({
    organization: id,
    set: { max_allowed_memberships: 0 },
  }));
  await sandbox.control.edit(unlimited);
  await swept(first);
  await first.stop();
  let ids = 0;
  const staging = createStaging({ store, now, newId: () => `k${String(++ids).padStart(9, '0')}` });
  const reconciler = createReconciler({ store, port, staging, now, sleep });
  return {
    sandbox,
    port,
    store,
    staging,
    reconciler,
    close: async () => {
      await store.close();
      await sandbox.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function swept(sync: ReturnType<typeof createSync>): Promise<void> {
  const { asOf } = sync.status().freshness;
  await new Promise<void>((resolve) => {
    const end = sync.subscribe(() => {
      const { kind, asOf: ended } = sync.status().freshness;
      if (kind !== 'synced' || ended <= asOf) return;
      end();
      resolve();
    });
    sync.start();
  });
}
