import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { createRandom } from '@main/sandbox/database/random';
import type { InputOf } from '@shared/contract/operations';
import { readField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';
import { startSandboxProcess } from '../support/start-sandbox-process';
import { valueIn } from '../support/value-in';
import { type Figure, figure } from './support/figure';
import { percentile } from './support/percentile';
import { timed } from './support/timed';

/** How often each question is asked. */
const asked = 200;
/** A setting that differs over the fleet, and the values that are asked for. */
const path = 'config.auth_password.min_length';

interface Options {
  readonly seed: number;
  /** Applications of the platform. */
  readonly size?: number;
}

/** A fleet with config and domains: first sync, its matrix against a baseline of every setting, filters by one setting's value. */
export async function run({ seed, size = 3_000 }: Options): Promise<{ readonly figures: Figure[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-fleet-'));
  const sandbox = await startSandboxProcess({
    world: 'campus',
    seed,
    scale: 0.02,
    applications: size,
    limits: 'none',
  });
  const opened = await openEngine({
    directory,
    databaseKey: randomBytes(32).toString('hex'),
    apiKey: sandbox.platformToken,
    url: `${sandbox.url}/v1`,
    workspace: { id: 'bench', name: 'Bench', scenario: 'platforms' },
    fetch,
  });
  const engine = valueIn(opened);
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  try {
    const sync = await timed(async () => void valueIn(await waitForSweep(engine)));
    const records = Object.values(valueIn(await engine.call('status', {})).counts).reduce((a, b) => a + b, 0);
    const settings = await keepBaseline(engine);
    const measure = await timed(async () => void valueIn(await engine.call('fleetSummary', {})));
    const random = createRandom(`fleet/${seed}`);
    const times = async (question: () => Promise<unknown>): Promise<number> => {
      const taken: number[] = [];
      for (let turn = 0; turn < asked; turn += 1) {
        taken.push(await timed(question));
        // The loop turns between two questions, so that each is a task of its own.
        await setImmediate();
      }
      return percentile(taken, 0.95);
    };
    const matrix = (query: InputOf<'fleetMatrix'>) => engine.call('fleetMatrix', query).then(valueIn);
    blocked.enable();
    const scrolled = await times(() => matrix({ offset: random.int(0, size - 50), limit: 50 }));
    const sorted = await times(() =>
      matrix({ offset: random.int(0, size - 50), limit: 50, sort: { field: 'score', direction: 'asc' } }),
    );
    const inMatrix = await times(() => matrix({ path, value: random.pick([8, 10, 12, 15]), limit: 50 }));
    const where = (): InputOf<'page'> => ({
      entity: 'application',
      where: [{ field: path, op: 'eq', value: random.pick([8, 10, 12, 15]) }],
    });
    const inList = await times(() => engine.call('page', where()).then(valueIn));
    blocked.disable();
    const beside = { applications: size, settings };
    return {
      figures: [
        figure('first sync of the fleet', sync, 'ms', {
          beside: { records, 'records/s': records / (sync / 1_000) },
        }),
        figure('the whole fleet measured by its baseline', measure, 'ms', { beside }),
        figure('page of the matrix, p95', scrolled, 'ms', { most: 50, beside }),
        figure('page of the matrix, by score, p95', sorted, 'ms', { most: 50, beside }),
        figure('the matrix filtered by the value of a setting, p95', inMatrix, 'ms', { most: 60 }),
        figure('applications filtered by the value of a setting, p95', inList, 'ms', { most: 60 }),
        figure('longest task meanwhile', blocked.max / 1e6, 'ms', { most: 50 }),
        figure('most memory', process.resourceUsage().maxRSS / 1_024, 'MB', { most: 500 }),
      ],
    };
  } finally {
    await engine.close();
    await sandbox.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** One baseline for all, of every setting that an application has and that can be read: so many. */
async function keepBaseline(engine: Engine): Promise<number> {
  const page = valueIn(await engine.call('page', { entity: 'application', limit: 1 }));
  const config = readField(page.rows[0] ?? {}, 'config') ?? {};
  const settings = pathsIn('config', config).filter(
    ({ value }) => value !== null && !hidden.test(String(value)),
  );
  const value = { name: 'Golden', level: 'all', settings };
  valueIn(await engine.call('writeBook', { book: 'baseline', put: [{ id: 'golden', value }] }));
  return settings.length;
}

const hidden = /^•+$/;

function pathsIn(
  path: string,
  value: JsonValue,
): readonly { readonly path: string; readonly value: JsonValue }[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(`${path}.${key}`, inner));
}
