import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '@main/identity/create-identity';
import type { Identity } from '@main/identity/identity';
import type { PushPort } from '@main/identity/identity-port';
import { createReconciler, type Reconciler } from '@main/reconcile/create-reconciler';
import { createStaging, type Staging } from '@main/reconcile/staging/create-staging';
import type { SandboxOptionsInput } from '@main/sandbox/sandbox-options';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { openStore } from '@main/store/open-store';
import type { SqlDriver } from '@main/store/sqlite-storage/driver';
import type { Store } from '@main/store/store';
import { createSync, type Sync } from '@main/sync/create-sync';
import { specMissing, specPath } from '../../contracts/load-spec';
import { type Mutator, mutateAnswers } from '../mutator/mutate-answers';
import { startMutatingProxy } from '../mutator/mutating-proxy';
import { seededRandom } from './seeded-random';

/**
 * Store, client, sync, staging and reconciler over a sandbox, with the mutator on the way; waiting only moves the clock. In
 * calm weather the mutator changes nothing, and without the spec beside the repository it never does.
 */
export interface ChaosRig {
  readonly sandbox: Sandbox;
  readonly mutator: Mutator;
  readonly port: Identity;
  readonly store: Store;
  readonly staging: Staging;
  readonly reconciler: Reconciler;
  /** Sweeps once; throws where a sweep ends otherwise than complete. */
  sweep(): Promise<void>;
  /** Sets the admin's clock forward or back, ms; the service's stays. */
  leap(ms: number): void;
  /** Requests so far that change something at the service. */
  writes(): number;
  /** The store closed and opened in a new engine, as a process does that follows a dead one. */
  restart(wrap?: Wrap): Promise<ChaosRig>;
  close(): Promise<void>;
}

/** What stands between reconciler and service. */
export type Wrap = (identity: Identity) => PushPort;

export interface RigOptions {
  readonly seed: number;
  readonly service?: SandboxOptionsInput;
  readonly driver?: SqlDriver;
  readonly fetch?: typeof fetch;
}

const key = 'c5'.repeat(32);
const plain: Wrap = (identity) => identity;

/** Opens a rig whose store is swept, and whose organizations have room for everybody. */
export async function openRig(options: RigOptions): Promise<ChaosRig> {
  const { seed, service, driver } = options;
  let slept = 0;
  let leapt = 0;
  // Durations go by a clock that nobody sets.
  const elapsed = (): number => Date.now() + slept;
  const now = (): number => elapsed() + leapt;
  const sleep = async (ms: number): Promise<void> => {
    slept += ms;
    await new Promise((resolve) => setImmediate(resolve));
  };
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-chaos-'));
  const sandbox = await startSandbox({ world: 'northwind', seed, scale: 0.05, limits: 'none', ...service });
  const proxy = await startMutatingProxy(sandbox.url);
  const mutator = mutateAnswers(specPath, seededRandom(seed));
  if (!specMissing) proxy.alter = mutator.alter;
  const port = createIdentity({
    url: proxy.url,
    apiKey: sandbox.secretKey,
    fetch: options.fetch ?? fetch,
    now,
    sleep,
    elapsed,
    requestsPer10s: 1_000_000,
    endpointLimits: false,
  });
  let ids = 0;
  const newId = (): string => `k${String(++ids).padStart(9, '0')}`;

  async function over(wrap: Wrap): Promise<ChaosRig> {
    const store = await openStore({ directory, key, now, ...(driver && { driver }) });
    const staging = createStaging({ store, now, newId });
    const reconciler = createReconciler({ store, port: wrap(port), staging, now, sleep });
    await reconciler.recover();
    let sync: Sync | null = null;
    const leave = async (): Promise<void> => {
      await sync?.stop();
      await store.close();
    };
    return {
      sandbox,
      mutator,
      port,
      store,
      staging,
      reconciler,
      sweep: () => {
        sync ??= createSync({ store, port, now });
        return swept(sync);
      },
      leap: (ms) => {
        leapt += ms;
      },
      writes: () => proxy.asked.filter((asked) => !asked.startsWith('GET')).length,
      restart: async (next = plain) => {
        await leave();
        return over(next);
      },
      close: async () => {
        await leave();
        await proxy.close();
        await sandbox.close();
        await rm(directory, { recursive: true, force: true });
      },
    };
  }

  const rig = await over(plain);
  await rig.sweep();
  const unlimited = (await rig.store.list('organization', [])).map(({ id }) => ({
    organization: id,
    set: { max_allowed_memberships: 0 },
  }));
  await sandbox.control.edit(unlimited);
  await rig.sweep();
  return rig;
}

async function swept(sync: Sync): Promise<void> {
  await sync.restored;
  const { asOf } = sync.status().freshness;
  await new Promise<void>((resolve, reject) => {
    const end = sync.subscribe(() => {
      const { freshness } = sync.status();
      if (freshness.kind === 'failed' || freshness.kind === 'key-refused') {
        end();
        reject(new Error(JSON.stringify(freshness)));
      }
      if (freshness.kind !== 'synced' || freshness.asOf === asOf) return;
      end();
      resolve();
    });
    sync.start();
  });
}
