import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import type { InputOf, OutputOf } from '@shared/contract/operations';
import type { ApplyReport, Plan, Resolution, WaveReport } from '@shared/contract/plan';
import type { EngineStatus } from '@shared/contract/status';
import { entityWords } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { IntentDraft, type IntentState, openStates } from '@shared/domain/intent';
import type { WaveSize } from '@shared/domain/plan/waves';
import { betweenWords } from '@shared/domain/reconcile/left-between';
import { timeText } from '@shared/domain/reconcile/plan-time';
import { z } from 'zod';
import { type PolicyMet, policiesMet } from './count-met';
import { firstFaults, mostTold } from './first-faults';
import { calledIn, readJsonFile } from './read-json-file';
import { waitForSweep } from './wait-for-sweep';
import { withWorkspace } from './with-workspace';

/** One complete sweep; ends with the status after it, or with what stopped it. */
export async function pull(engine: Engine) {
  const swept = await waitForSweep(engine);
  if (!swept.ok) return swept;
  const status = await engine.call('status', {});
  if (status.ok) tellLeftOut(status.value);
  return status;
}

/** Stages the drafts of a JSON file; `-` reads standard input. */
export async function stage(engine: Engine, file: string) {
  const drafts = await readDrafts(file);
  if (!drafts.ok) return drafts;
  return engine.call('stage', { drafts: drafts.value });
}

/** What is printed of it: the first faults, and how many they are. */
export function stagedTold({ rejected, ...report }: OutputOf<'stage'>) {
  return { ...report, rejected: rejected.slice(0, mostTold), rejectedCount: rejected.length };
}

async function readDrafts(file: string): Promise<Result<IntentDraft[]>> {
  const read = await readJsonFile(file, 'staged');
  if (!read.ok) return read;
  const drafts = z.array(IntentDraft).min(1).safeParse(read.value);
  if (drafts.success) return success(drafts.data);
  return failure(
    'invalid-input',
    `${calledIn(file)} does not hold a JSON array of intents: ${firstFaults(drafts.error)}. Nothing was staged.`,
    'The format is in docs/cli.md.',
  );
}

export function intents(engine: Engine, states: readonly IntentState[]) {
  return engine.call('intents', { states: states.length === 0 ? [...openStates] : [...states] });
}

/** Takes intents back: those named, which must be open, or all that are. */
export async function withdraw(
  engine: Engine,
  ids: readonly string[],
): Promise<Result<{ readonly withdrawn: number }>> {
  const open = await engine.call('intents', { states: [...openStates], limit: 20_000 });
  if (!open.ok) return open;
  const found = open.value.filter(({ id }) => ids.length === 0 || ids.includes(id)).map(({ id }) => id);
  const strange = ids.filter((id) => !open.value.some((intent) => intent.id === id));
  if (strange.length > 0)
    return failure(
      'not-found',
      `Nothing open is called ${strange.slice(0, mostTold).join(', ')}${strange.length > mostTold ? ` and ${strange.length - mostTold} others` : ''}. Nothing was withdrawn.`,
      'The command "intents" lists what is open.',
    );
  if (found.length === 0) return success({ withdrawn: 0 });
  return engine.call('withdraw', { intentIds: found });
}

/** What would be sent, and what collides; how long it takes is said on stderr as well. */
export async function plan(engine: Engine): Promise<Result<Plan>> {
  const planned = await engine.call('plan', {});
  if (planned.ok) tellTime(planned.value);
  return planned;
}

/** The same, with whom the policies meet by the copies of the pools: these are opened once the platform's own workspace is closed. */
export async function planCounted(
  directory: string,
): Promise<Result<Plan & { readonly met: readonly PolicyMet[] }>> {
  const planned = await withWorkspace(directory, plan);
  if (!planned.ok) return planned;
  const met = await policiesMet(directory, planned.value);
  return met.ok ? success({ ...planned.value, met: met.value }) : met;
}

/** Counts before anything is sent, and then plans anew and applies. */
export async function applyCounted(
  directory: string,
  options: ApplyOptions,
): Promise<Result<PlanAndReport & { readonly met: readonly PolicyMet[] }>> {
  const counted = await planCounted(directory);
  if (!counted.ok) return counted;
  const applied = await withWorkspace(directory, (engine) => apply(engine, options));
  return applied.ok ? success({ ...applied.value, met: counted.value.met }) : applied;
}

function tellTime({ time }: Plan): void {
  const text = timeText(time);
  if (text !== '') process.stderr.write(`It takes ${text}.\n`);
}

/** A script does not sit through longer waits than this, ms: it is told when to come again. */
const patienceMs = 60_000;

export type PlanAndReport = { readonly plan: Plan; readonly report: ApplyReport };

export interface ApplyOptions {
  readonly resolve?: 'mine' | 'theirs';
  readonly onRefusal: 'stop' | 'continue';
  readonly waves?: readonly WaveSize[];
  readonly first?: RecordId;
  readonly stopAfter?: number;
  /** Left out: where a person reads it, and not a file or a pipe. */
  readonly showSecrets?: boolean;
}

/** What the service showed once goes to a person, or to a script that asked for it; a log of a pipeline never holds it by accident. */
function unlessAsked(
  { secrets, ...report }: ApplyReport,
  { showSecrets = process.stdout.isTTY }: ApplyOptions,
): ApplyReport {
  if (showSecrets || secrets.length === 0) return { ...report, secrets };
  const names = secrets.map(({ what, label }) => `${what} of ${label}`).join(', ');
  process.stderr.write(
    `Not shown, and kept nowhere: ${names}. Rotate to get another, with --show-secrets.\n`,
  );
  return { ...report, secrets: secrets.map((each) => ({ ...each, secret: null })) };
}

/** Nobody sits before a script: it goes on behind a wave that ended clean. */
function wavesAsked({ waves, first, stopAfter }: ApplyOptions): Pick<InputOf<'apply'>, 'waves'> {
  if (waves === undefined) return {};
  return {
    waves: {
      sizes: [...waves],
      ...(first !== undefined && { first }),
      ...(stopAfter !== undefined && { stopAfter }),
      between: 'go-on',
    },
  };
}

const countsOf = (counts: Omit<WaveReport, 'customers' | 'end'>): string =>
  [
    `${counts.applied} applied`,
    ...(counts.alreadySo > 0 ? [`${counts.alreadySo} already so`] : []),
    `${counts.refused} refused`,
    ...(counts.conflicts > 0 ? [`${counts.conflicts} in conflict`] : []),
    ...(counts.unknown > 0 ? [`${counts.unknown} of unknown fate`] : []),
    ...(counts.left > 0 ? [`${counts.left} not sent`] : []),
  ].join(', ');

function tellWaves({ waves }: ApplyReport): void {
  for (const [at, { customers, end, ...counts }] of waves.entries()) {
    const names = customers.slice(0, mostTold).map(({ name }) => name);
    const rest = customers.length > names.length ? ` and ${customers.length - names.length} more` : '';
    const became =
      end === 'not-sent' ? 'not sent' : `${countsOf(counts)}${end === 'clean' ? '' : ', stopped'}`;
    process.stderr.write(`Wave ${at + 1} of ${waves.length} (${names.join(', ')}${rest}): ${became}.\n`);
  }
}

/** Plans, resolves every conflict the same way (or leaves them open), and applies. */
export async function apply(engine: Engine, options: ApplyOptions): Promise<Result<PlanAndReport>> {
  const planned = await plan(engine);
  if (!planned.ok) return planned;
  const made = planned.value;
  const resolutions: Record<string, Resolution> = {};
  if (options.resolve !== undefined) {
    for (const step of made.steps) {
      if (step.verdict === 'conflict') resolutions[step.intentId] = { choose: options.resolve };
    }
  }
  const report = await engine.call('apply', {
    planHash: made.hash,
    resolutions,
    onRefusal: options.onRefusal,
    ...wavesAsked(options),
    patienceMs,
  });
  if (!report.ok) return report;
  tellWaves(report.value);
  const told = unlessAsked(report.value, options);
  await engine.call('secretsTaken', {});
  return success({ plan: made, report: told });
}

/** Says on stderr what a sweep that counts as done has left out (lists that are refused, records that cannot be read) and whom a run left where nobody is to stay. */
function tellLeftOut({ collections, between }: EngineStatus): void {
  for (const left of between) {
    const { message, next } = betweenWords(left);
    process.stderr.write(`${message} ${next}\n`);
  }
  for (const { entity, failure, unread, unreadCount, uncounted } of collections) {
    const { one, many } = entityWords[entity];
    if (uncounted > 0)
      process.stderr.write(
        `The service counts ${uncounted} ${uncounted === 1 ? one : many} fewer than it lists: all that it lists are copied.\n`,
      );
    if (failure !== null) process.stderr.write(`Without ${many}: ${failure.message} ${failure.next}\n`);
    if (unreadCount === 0) continue;
    const named = unread.map(({ id, path }) => (path === '' ? id : `${id} (${path})`)).join(', ');
    const rest = unreadCount > unread.length ? ` and ${unreadCount - unread.length} more` : '';
    process.stderr.write(
      `${unreadCount === 1 ? `1 ${one} cannot be read, and stays as it was` : `${unreadCount} ${many} cannot be read, and stay as they were`}: ${named}${rest}.\n`,
    );
  }
}
