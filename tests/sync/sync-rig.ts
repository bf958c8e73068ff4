import { createIdentity } from '@main/identity/create-identity';
import type { Identity, IdentityOptions } from '@main/identity/identity';
import type { SandboxOptionsInput } from '@main/sandbox/sandbox-options';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { openStore } from '@main/store/open-store';
import type { SqlDriver } from '@main/store/sqlite-storage/driver';
import type { Store } from '@main/store/store';
import type { SetTimer } from '@main/sync/abortable-sleep';
import { createSync, type Sync, type SyncOptions, type SyncStatus } from '@main/sync/create-sync';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';

export const databaseKey = 'a1'.repeat(32);

/** A sandbox over a real socket, a real database file and sync between them; all closed when the test ends. */
export interface SyncRig {
  readonly sandbox: Sandbox;
  readonly identity: Identity;
  readonly directory: string;
  readonly store: Store;
  readonly sync: Sync;
  /** Starts a sweep and waits for its end. */
  sweep(): Promise<void>;
}

export async function startWorld(options: SandboxOptionsInput = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({
    world: 'northwind',
    seed: 1,
    scale: 0.05,
    limits: 'none',
    ...options,
  });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export async function openTempStore(directory: string, driver?: SqlDriver): Promise<Store> {
  const store = await openStore({ directory, key: databaseKey, now: Date.now, ...(driver && { driver }) });
  onTestFinished(() => store.close());
  return store;
}

/** What tests of other things than pace go by, as the sandbox of `startWorld`. */
const unlimited = { requestsPer10s: 10_000, endpointLimits: false };

/** A client of a sandbox in this process. */
export function connect(sandbox: Sandbox, options: Partial<IdentityOptions> = {}): Identity {
  const { url, secretKey: apiKey } = sandbox;
  return createIdentity({ url, apiKey, fetch, now: Date.now, ...unlimited, ...options });
}

/** Waits of sync pass 20 times as fast: retries and probes are over within a test. */
const hastyTimer: SetTimer = (work, ms) => {
  const timer = setTimeout(work, ms / 20);
  return () => clearTimeout(timer);
};

export function beginSync(options: Pick<SyncOptions, 'store' | 'port'> & Partial<SyncOptions>): Sync {
  const sync = createSync({ now: Date.now, setTimer: hastyTimer, ...options });
  onTestFinished(() => sync.stop());
  return sync;
}

/** Waits until the status is as wanted; fails after 60 s. */
export function until(sync: Sync, wanted: (status: SyncStatus) => boolean): Promise<SyncStatus> {
  return new Promise((resolve, reject) => {
    const fail = setTimeout(
      () => reject(new Error(`still ${JSON.stringify(sync.status().freshness)}`)),
      60_000,
    );
    const end = sync.subscribe(look);
    function look(): void {
      const status = sync.status();
      if (!wanted(status)) return;
      clearTimeout(fail);
      end();
      resolve(status);
    }
    look();
  });
}

export async function sweepOnce(sync: Sync): Promise<void> {
  const before = sync.status().freshness.asOf;
  sync.start();
  await until(sync, ({ freshness }) => freshness.kind === 'synced' && freshness.asOf !== before);
}

export async function startRig(
  options: SandboxOptionsInput = {},
  client: Partial<IdentityOptions> = {},
): Promise<SyncRig> {
  const sandbox = await startWorld(options);
  const identity = connect(sandbox, client);
  const directory = await temporaryFolder();
  const store = await openTempStore(directory);
  const sync = beginSync({ store, port: identity });
  return { sandbox, identity, directory, store, sync, sweep: () => sweepOnce(sync) };
}
