import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { createIdentity } from '@main/identity/create-identity';
import { sweepOrder } from '@shared/domain/entity';
import { percentile } from './support/percentile';
import { startSandboxProcess } from '../support/start-sandbox-process';

const scale = 10;
const pageSize = 500;

/** First sync, unchanged sweep and page round trip of Northwind ten times over (142,000 records), service in its own process. */
export async function run({ seed }: { readonly seed: number }) {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-sync-'));
  const sandbox = await startSandboxProcess({ world: 'northwind', seed, scale });
  const opened = await openEngine({
    directory,
    databaseKey: randomBytes(32).toString('hex'),
    apiKey: sandbox.secretKey,
    url: `${sandbox.url}/v1`,
    workspace: { id: 'bench', name: 'Bench', scenario: 'b2b' },
    fetch,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const engine = opened.value;
  try {
    const bareMs = await timed(() => fetchAndParse(sandbox));
    const firstMs = await timed(() => sweep(engine));
    const unchangedMs = await timed(() => sweep(engine));
    const bareAgainMs = await timed(() => fetchAndParse(sandbox));
    const records = await countAll(engine);
    const pages = await pageTimes(engine, seed);
    const rate = Math.round((records / firstMs) * 1_000);
    const bareRate = Math.round((records / bareMs) * 1_000);
    const ratio = unchangedMs / bareAgainMs;
    return {
      figures: [
        {
          name: 'first sync',
          value: rate,
          unit: 'records/s',
          beside: { 'fetch and parse alone': bareRate },
          ratio: rate / bareRate,
          target: null,
          ok: true,
        },
        {
          name: 'first sync time',
          value: Math.round(firstMs),
          unit: 'ms',
          beside: { records },
          ratio: null,
          target: null,
          ok: true,
        },
        {
          name: 'unchanged sweep',
          value: Math.round(unchangedMs),
          unit: 'ms',
          beside: { 'fetch and parse alone': Math.round(bareAgainMs) },
          ratio,
          target: '<= 1.5',
          ok: ratio <= 1.5,
        },
        {
          name: 'page of 50, p50',
          value: percentile(pages, 0.5),
          unit: 'ms',
          beside: {},
          ratio: null,
          target: null,
          ok: true,
        },
        {
          name: 'page of 50, p95',
          value: percentile(pages, 0.95),
          unit: 'ms',
          beside: {},
          ratio: null,
          target: '<= 40',
          ok: percentile(pages, 0.95) <= 40,
        },
      ],
    };
  } finally {
    await engine.close();
    await sandbox.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function sweep(engine: Engine): Promise<void> {
  const swept = await waitForSweep(engine);
  if (!swept.ok) throw new Error(swept.error.message);
}

/** The same pages by the same client, decoded and dropped: the limit that the network and the parser set. */
async function fetchAndParse({
  url,
  secretKey,
}: {
  readonly url: string;
  readonly secretKey: string;
}): Promise<void> {
  const port = createIdentity({ url: `${url}/v1`, apiKey: secretKey, fetch, now: Date.now });
  for (const entity of sweepOrder) {
    let offset = 0;
    let total = 1;
    while (offset < total) {
      const page = await port.fetchPage(entity, { offset, limit: pageSize });
      if (!page.ok) throw new Error(page.failure.message);
      total = page.value.total;
      offset += pageSize;
    }
  }
}

async function countAll(engine: Engine): Promise<number> {
  const status = await engine.call('status', {});
  if (!status.ok) throw new Error(status.error.message);
  return Object.values(status.value.counts).reduce((sum, count) => sum + count, 0);
}

async function pageTimes(engine: Engine, seed: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const offset = ((seed + index) * 7_919) % 80_000;
    times.push(
      await timed(() =>
        engine.call('page', {
          entity: 'membership',
          where: [{ field: 'role', op: 'eq', value: 'org:member' }],
          sort: { field: 'userName', direction: 'asc' },
          offset: offset % 40_000,
          limit: 50,
        }),
      ),
    );
  }
  return times;
}
