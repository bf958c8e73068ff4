import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import { withWorkspace } from '@main/cli/with-workspace';
import type { Engine } from '@main/engine/engine';
import { createRandom } from '@main/sandbox/database/random';
import { createWorkspace } from '@main/workspace/create-workspace';
import { success } from '@shared/contract/failure';
import type { InputOf } from '@shared/contract/operations';
import { readField } from '@shared/domain/field-path';
import { WorkspaceId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import { passphrase } from '../support/passphrase';
import { startSandboxProcess } from '../support/start-sandbox-process';
import { valueIn } from '../support/value-in';
import { type Figure, figure } from './support/figure';
import { percentile } from './support/percentile';
import { timed } from './support/timed';

/** How often each question is asked. */
const asked = 200;
/** A setting that differs over the fleet, and the values that are asked for. */
const path = 'config.auth_password.min_length';

const name = 'Bench';

interface Options {
  readonly seed: number;
  /** Applications of the platform. */
  readonly size?: number;
  /** `engine` leaves the window out. */
  readonly only?: readonly string[];
}

/**
 * A fleet with config and domains: first sync, its matrix against a baseline of every setting, filters by one setting's value; and the same
 * matrix as it scrolls in the window.
 */
export async function run({
  seed,
  size = 3_000,
  only = [],
}: Options): Promise<{ readonly figures: readonly Figure[] }> {
  const userData = await mkdtemp(join(tmpdir(), 'tenantry-bench-fleet-'));
  const directory = join(userData, 'workspaces', 'bench');
  const sandbox = await startSandboxProcess({
    world: 'campus',
    seed,
    scale: 0.02,
    applications: size,
    limits: 'none',
  });
  process.env.TENANTRY_PASSPHRASE = passphrase;
  try {
    const made = await createWorkspace({
      directory,
      id: WorkspaceId.parse('bench'),
      name,
      scenario: 'platforms',
      kind: 'remote',
      environment: 'production',
      url: `${sandbox.url}/v1`,
      apiKey: sandbox.platformToken,
      protection: { kind: 'passphrase', passphrase },
      createdAt: Date.now(),
    });
    valueIn(made);
    const measured = await withWorkspace(directory, async (engine) =>
      success(await measure(engine, seed, size)),
    );
    const figures = [...valueIn(measured)];
    if (only.length === 0 || only.includes('window')) {
      // Only now: a bundler and a browser's driver are no part of the memory that was measured.
      const { inWindow } = await import('./fleet/in-window');
      figures.push(...(await inWindow(userData, name, size)));
    }
    return { figures };
  } finally {
    await sandbox.stop();
    await rm(userData, { recursive: true, force: true });
  }
}

/** The first sync, and what the engine answers then; leaves a baseline behind. */
async function measure(engine: Engine, seed: number, size: number): Promise<readonly Figure[]> {
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  const sync = await timed(async () => void valueIn(await waitForSweep(engine)));
  const records = Object.values(valueIn(await engine.call('status', {})).counts).reduce((a, b) => a + b, 0);
  const settings = await keepBaseline(engine);
  const wholly = await timed(async () => void valueIn(await engine.call('fleetSummary', {})));
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
  return [
    figure('first sync of the fleet', sync, 'ms', {
      beside: { records, 'records/s': records / (sync / 1_000) },
    }),
    figure('the whole fleet measured by its baseline', wholly, 'ms', { beside }),
    figure('page of the matrix, p95', scrolled, 'ms', { most: 50, beside }),
    figure('page of the matrix, by score, p95', sorted, 'ms', { most: 50, beside }),
    figure('the matrix filtered by the value of a setting, p95', inMatrix, 'ms', { most: 60 }),
    figure('applications filtered by the value of a setting, p95', inList, 'ms', { most: 60 }),
    figure('longest task meanwhile', blocked.max / 1e6, 'ms', { most: 50 }),
    figure('most memory', process.resourceUsage().maxRSS / 1_024, 'MB', { most: 500 }),
  ];
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
