import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import { openEngine } from '@main/engine/open-engine';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { Resolution } from '@shared/contract/plan';
import type { EntityName } from '@shared/domain/entity';
import type { IntentDraft } from '@shared/domain/intent';
import { expect, onTestFinished } from 'vitest';
import { decodeRecord } from '../support/decode-record';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { valueIn } from '../support/value-in';

/** A platform's workspace over a small campus, swept once, with a proxy between that can lose answers. `now`: where the service's clock stands still, ms. */
export async function openFleet(options: { readonly now?: number; readonly seed?: number } = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-fleet-'));
  const sandbox = await startSandbox({ world: 'campus', scale: 0.1, ...options });
  const proxy = await startMutatingProxy(sandbox.url);
  const engine = valueIn(
    await openEngine({
      directory,
      databaseKey: randomBytes(32).toString('hex'),
      apiKey: sandbox.platformToken,
      url: `${proxy.url}/v1`,
      workspace: { id: 'campus', name: 'Campus', scenario: 'platforms' },
      fetch,
    }),
  );
  onTestFinished(async () => {
    await engine.close();
    await proxy.close();
    await sandbox.close();
  });
  valueIn(await waitForSweep(engine));

  /** The service itself, past the proxy; of an instance where a key is given. */
  const ask = async (path: string, init: RequestInit = {}, key = sandbox.platformToken): Promise<unknown> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await fetch(`${sandbox.url}/v1${path}`, { ...init, headers });
    expect(response.status).toBeLessThan(300);
    return response.json();
  };
  return {
    engine,
    sandbox,
    proxy,
    ask,
    writes: () => proxy.asked.filter((asked) => !asked.startsWith('GET')),
    /** Takes effect, and nobody hears of it. */
    loseAnswers: (of: RegExp) => {
      proxy.alter = ({ method, path }) =>
        method !== 'GET' && of.test(path) ? { status: 502, text: 'lost' } : undefined;
    },
    /** Never reaches the service: it is told that it must be paid for. */
    refuse: (of: RegExp) => {
      const errors = [{ code: 'quota_exceeded', message: 'not paid for', long_message: 'Not paid for.' }];
      proxy.block = ({ method, path }) =>
        method !== 'GET' && of.test(path) ? { status: 402, body: { errors } } : undefined;
    },
    heal: () => {
      proxy.alter = () => undefined;
      proxy.block = () => undefined;
    },
    rows: async <E extends EntityName>(entity: E) =>
      valueIn(await engine.call('page', { entity, limit: 200 })).rows.map((row) => decodeRecord(entity, row)),
    stage: async (...drafts: IntentDraft[]) => valueIn(await engine.call('stage', { drafts })),
    plan: async () => valueIn(await engine.call('plan', {})),
    reconcile: async (resolutions: Readonly<Record<string, Resolution>> = {}, patienceMs?: number) => {
      const { hash } = valueIn(await engine.call('plan', {}));
      const request = { planHash: hash, resolutions, onRefusal: 'continue', patienceMs } as const;
      return valueIn(await engine.call('apply', request));
    },
    sync: async () => {
      valueIn(await engine.call('startSync', {}));
      valueIn(await waitForSweep(engine));
    },
  };
}
