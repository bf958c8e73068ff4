import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import type { InputOf, OutputOf } from '@shared/contract/operations';
import type { ApplyReport } from '@shared/contract/plan';
import { configPrefix } from '@shared/domain/config-field';
import { JsonValue } from '@shared/domain/json';
import type { WaveSize } from '@shared/domain/plan/waves';
import { z } from 'zod';
import { firstFaults } from './first-faults';
import { calledIn, readJsonFile } from './read-json-file';
import { apply } from './run-command';

export interface DriftOptions {
  /** Id of a group of applications; '' for all. */
  readonly group: string;
  /** A setting, with or without `config.`; '' for all. */
  readonly path: string;
  /** A file with a baseline, in the place of those that are kept. */
  readonly baseline?: string;
}

export type Drift = OutputOf<'fleetDrift'>;

/** A baseline in a file; settings without `config.`. */
const GivenBaseline = z.strictObject({
  name: z.string(),
  settings: z.record(z.string(), JsonValue),
  /** Settings and applications that are left out. */
  ignore: z.array(z.string()).default([]),
  /** By application: the values of its variables. */
  variables: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

const prefixed = (path: string): string =>
  path === '' || path.startsWith(configPrefix) ? path : `${configPrefix}${path}`;

/** What of the fleet is other than its baselines; nothing to measure by is an error, as a check would pass unseen. */
export async function drift(engine: Engine, { group, path, baseline }: DriftOptions): Promise<Result<Drift>> {
  const given: Result<Partial<InputOf<'fleetDrift'>>> =
    baseline === undefined ? { ok: true, value: {} } : await readBaseline(baseline);
  if (!given.ok) return given;
  if (group !== '') {
    const groups = await engine.call('book', { book: 'applicationGroup' });
    if (!groups.ok) return groups;
    if (!groups.value.some(({ id }) => id === group)) {
      const known = groups.value.map(({ id }) => id).join(', ') || 'none';
      return failure('not-found', `There is no group "${group}".`, `Groups are: ${known}.`);
    }
  }
  return driftBy(engine, { ...given.value, group, path: prefixed(path) });
}

async function driftBy(engine: Engine, asked: InputOf<'fleetDrift'>): Promise<Result<Drift>> {
  const found = await engine.call('fleetDrift', asked);
  const { path = '' } = asked;
  if (!found.ok) return found;
  const { counts } = found.value;
  if (counts.unknown > 0)
    process.stderr.write(
      `Of ${counts.unknown} settings nobody can say what they are: they count neither as in order nor as drift. status says what was not read.\n`,
    );
  if (Object.values(counts).some((count) => count > 0)) return found;
  return failure(
    'not-found',
    `No baseline says anything of ${path === '' ? 'these applications' : path}: there is nothing to measure by.`,
    'Keep one in the book "baseline", or give one by --baseline.',
  );
}

export interface Applied {
  /** How many changes were sent, or would have been. */
  readonly staged: number;
  readonly report: ApplyReport | null;
  /** What the fleet was before. */
  readonly counts: Drift['counts'];
}

export interface FleetApplyOptions {
  readonly baseline: string;
  readonly wave?: readonly WaveSize[];
}

/**
 * What brings the fleet to a baseline is staged and sent, in waves where they are asked for; with anything else staged, nothing is.
 * What an earlier run left staged goes with it.
 */
export async function applyBaseline(
  engine: Engine,
  { baseline, wave }: FleetApplyOptions,
): Promise<Result<Applied>> {
  const given = await readBaseline(baseline);
  if (!given.ok) return given;
  const found = await driftBy(engine, given.value);
  if (!found.ok) return found;
  const { counts } = found.value;
  const brought = await engine.call('bringToBaseline', {
    ...given.value,
    applicationIds: 'all',
    alone: true,
  });
  if (!brought.ok) return brought;
  const { staged, already, rejected } = brought.value;
  if (rejected[0] !== undefined) {
    const { code, message, next } = rejected[0].failure;
    return failure(code, `${message} ${staged.length} are staged, and nothing was sent.`, next);
  }
  if (staged.length + already === 0) return success({ staged: 0, report: null, counts });
  const applied = await apply(engine, { onRefusal: 'stop', ...(wave && { waves: wave }) });
  if (!applied.ok) return applied;
  return success({ staged: staged.length + already, report: applied.value.report, counts });
}

async function readBaseline(file: string): Promise<Result<Partial<InputOf<'fleetDrift'>>>> {
  const read = await readJsonFile(file, 'measured');
  if (!read.ok) return read;
  const decoded = GivenBaseline.safeParse(read.value);
  if (!decoded.success)
    return failure(
      'invalid-input',
      `${calledIn(file)} does not hold a baseline: ${firstFaults(decoded.error)}. Nothing was measured.`,
      'The format is in docs/cli.md.',
    );
  const { name, settings, ...rest } = decoded.data;
  const all = Object.entries(settings).map(([path, value]) => ({ path: prefixed(path), value }));
  return { ok: true, value: { ...rest, baseline: { name, level: 'all', settings: all } } };
}
