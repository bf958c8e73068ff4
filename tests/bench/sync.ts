import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { createIdentity } from '@main/identity/create-identity';
import { openPages } from '@main/sync/open-pages';
import { newWalk } from '@main/sync/walk-state';
import { sweepOrder } from '@shared/domain/entity';
import { type SandboxProcess, startSandboxProcess } from '../support/start-sandbox-process';
import { type Figure, figure } from './support/figure';
import { percentile } from './support/percentile';
import { timed } from './support/timed';

/** Memberships of Northwind at scale 1. */
const membershipsAtOne = 9_000;
/** Unchanged sweeps, each beside a bare walk over the same pages. */
const rounds = 3;
const bareWalk = 'fetch and parse alone';

interface Options {
  readonly seed: number;
  /** Memberships of the service; 90,000 by default, among 142,000 records. */
  readonly size?: number;
}

/** Time of work: on the clock, and of this process's processor. The service runs in a process of its own. */
interface Cost {
  readonly wall: number;
  readonly processor: number;
}

/** First sync, unchanged sweeps and page round trips, each sweep beside a walk that only fetches and parses. */
export async function run({ seed, size = 90_000 }: Options): Promise<{ readonly figures: Figure[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-sync-'));
  const sandbox = await startSandboxProcess({
    world: 'northwind',
    seed,
    scale: size / membershipsAtOne,
    limits: 'none',
  });
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
    const bare = [await costOf(() => fetchAndParse(sandbox))];
    const first = await costOf(() => sweep(engine));
    const firstPage = await timed(() => readPage(engine, 0));
    const text = await costOf(() => searchAll(engine));
    const unchanged: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await costOf(() => fetchAndParse(sandbox)));
      unchanged.push(await costOf(() => sweep(engine)));
    }
    const records = await countAll(engine);
    const pages = await pageTimes(engine, seed);
    const rate = (wall: number): number => records / (wall / 1_000);
    return {
      figures: [
        figure('first sync', rate(first.wall), 'records/s', {
          beside: { [bareWalk]: rate(middle(bare, 'wall')) },
        }),
        figure('first sync', first.wall, 'ms', { beside: { records } }),
        atMost('first sync, processor time', first.processor, middle(bare, 'processor'), 2.5),
        figure('first page after it', firstPage, 'ms'),
        figure('first searches after it, with the building of the text index', text.wall, 'ms'),
        figure('the same, processor time', text.processor, 'ms'),
        ...(['wall', 'processor'] as const).map((kind) => {
          const [sweeps, walks] = [middle(unchanged, kind), middle(bare, kind)];
          return atMost(`unchanged sweep, ${kind} time`, sweeps, walks, 1.5);
        }),
        figure('page of 50, p50', percentile(pages, 0.5), 'ms'),
        figure('page of 50, p95', percentile(pages, 0.95), 'ms', { most: 5 }),
        figure('most memory', process.resourceUsage().maxRSS / 1_024, 'MB', { most: 531 }),
      ],
    };
  } finally {
    await engine.close();
    await sandbox.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Milliseconds that may be at most so many times those of the bare walk. */
function atMost(name: string, value: number, bare: number, times: number): Figure {
  const ratio = value / bare;
  return {
    ...figure(name, value, 'ms', { beside: { [bareWalk]: bare } }),
    ...{ ratio: Math.round(ratio * 100) / 100, target: `<= ${times}`, ok: ratio <= times },
  };
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const wall = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1_000 };
}

function middle(costs: readonly Cost[], kind: keyof Cost): number {
  return percentile(
    costs.map((cost) => cost[kind]),
    0.5,
  );
}

async function sweep(engine: Engine): Promise<void> {
  const swept = await waitForSweep(engine);
  if (!swept.ok) throw new Error(swept.error.message);
}

/** The same pages in the same order by the same client, decoded and dropped: the limit that network and parser set. */
async function fetchAndParse({ url, secretKey }: SandboxProcess): Promise<void> {
  const port = createIdentity({ url: `${url}/v1`, apiKey: secretKey, fetch, now: Date.now });
  const { signal } = new AbortController();
  const recall = async () => null;
  const patience = { port, recall, now: Date.now, signal, sleep: async () => undefined, random: Math.random };
  await Promise.all(
    sweepOrder.map(async (entity) => {
      for await (const page of openPages({ ...patience, entity }, newWalk(1, 0))) {
        if (!page.ok) throw new Error(page.failure.message);
      }
    }),
  );
}

async function countAll(engine: Engine): Promise<number> {
  const status = await engine.call('status', {});
  if (!status.ok) throw new Error(status.error.message);
  return Object.values(status.value.counts).reduce((sum, count) => sum + count, 0);
}

async function readPage(engine: Engine, offset: number): Promise<void> {
  const page = await engine.call('page', {
    entity: 'membership',
    where: [{ field: 'role', op: 'eq', value: 'org:member' }],
    sort: { field: 'userName', direction: 'asc' },
    offset,
    limit: 50,
  });
  if (!page.ok) throw new Error(page.error.message);
}

/** One search of each large list: the text index is whole then. */
async function searchAll(engine: Engine): Promise<void> {
  for (const entity of ['organization', 'user', 'membership', 'invitation'] as const) {
    const found = await engine.call('page', { entity, text: 'ann', limit: 50 });
    if (!found.ok) throw new Error(found.error.message);
  }
}

async function pageTimes(engine: Engine, seed: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    times.push(await timed(() => readPage(engine, ((seed + index) * 7_919) % 40_000)));
  }
  return times;
}
