import { createIdentity } from '@main/identity/create-identity';
import { createReconciler } from '@main/reconcile/create-reconciler';
import { createStaging } from '@main/reconcile/staging/create-staging';
import { createControlClient } from '@main/sandbox/control-client';
import { openStore } from '@main/store/open-store';
import { createSync } from '@main/sync/create-sync';
import { drafts } from '../../reconcile/drafts';
import { startSandboxProcess } from '../../support/start-sandbox-process';
import { type Figure, figure } from '../support/figure';
import { timed } from '../support/timed';

const edits = 10_000;
/** The service's limit in production, requests in 10 s. */
const limit = 1_000;

/** Applies 10,000 role edits to a service that enforces its limit: a fresh read and a write each. */
export async function applyAtLimit(directory: string, key: string, seed: number): Promise<readonly Figure[]> {
  const sandbox = await startSandboxProcess({ world: 'northwind', seed, scale: 2, limits: 'none' });
  const control = createControlClient(sandbox.controlUrl);
  let requests = 0;
  const counted: typeof fetch = (...call) => {
    requests += 1;
    return fetch(...call);
  };
  const options = { url: `${sandbox.url}/v1`, apiKey: sandbox.secretKey, now: Date.now };
  const store = await openStore({ directory, key, now: Date.now });
  try {
    const sync = createSync({
      store,
      port: createIdentity({ ...options, fetch, requestsPer10s: 100_000 }),
      now: Date.now,
    });
    const swept = new Promise<void>((resolve) => {
      sync.subscribe(() => sync.status().freshness.asOf > 0 && resolve());
    });
    sync.start();
    await swept;
    await sync.stop();
    // What the first sync leaves to be done behind it is not part of a plan.
    await store.prepareSearch();
    const port = createIdentity({ ...options, fetch: counted, requestsPer10s: limit });
    let ids = 0;
    const staging = createStaging({
      store,
      now: Date.now,
      newId: () => `b${String(++ids).padStart(9, '0')}`,
    });
    const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const reconciler = createReconciler({ store, port, staging, now: Date.now, sleep });
    const members = await store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], edits);
    for (let start = 0; start < members.length; start += 2_000)
      await staging.stage(members.slice(start, start + 2_000).map(({ id }) => drafts.role(id, 'org:viewer')));
    await control.setRateLimit({ limit, endpoints: false });
    let planned = '';
    const planMs = await timed(async () => {
      const plan = await reconciler.plan();
      if (!plan.ok) throw new Error(plan.error.message);
      planned = plan.value.hash;
    });
    requests = 0;
    let applied = 0;
    const applyMs = await timed(async () => {
      const report = await reconciler.apply({ planHash: planned, resolutions: {}, onRefusal: 'continue' });
      if (!report.ok) throw new Error(report.error.message);
      applied = report.value.applied;
    });
    const rate = (requests / applyMs) * 10_000;
    return [
      figure(`applying ${members.length} role edits`, (100 * rate) / limit, '% of the rate limit', {
        least: 90,
        beside: { 'requests in 10 s': rate, seconds: applyMs / 1_000, applied, edits: members.length },
      }),
      figure('planning them, every target read anew', planMs, 'ms'),
    ];
  } finally {
    await store.close();
    await sandbox.stop();
  }
}
