import { dirname } from 'node:path';
import { copyPool, notCopied } from '@main/engine/copy-pool';
import type { Engine } from '@main/engine/engine';
import type { EngineOptions } from '@main/engine/open-engine';
import { type BrokenWorkspace, listWorkspaces } from '@main/workspace/list-workspaces';
import { createCopyOne, type PoolWork } from '@main/workspace/pools/copy-one';
import { copySize } from '@main/workspace/pools/copy-size';
import { createMeter } from '@main/workspace/pools/meter';
import { copiesAmong, readCopies } from '@main/workspace/pools/read-copies';
import { newCopyRun, runCopies } from '@main/workspace/pools/run-copies';
import { readWorkspace } from '@main/workspace/read-workspace';
import { keyless } from '@main/workspace/replace-api-key';
import { labelOf } from '@main/workspace/workspace';
import { failure, type Result, success } from '@shared/contract/failure';
import type { PoolCopied, PoolCopyInfo, PoolCopyRun } from '@shared/contract/pool-copies';
import type { HandedLimits } from '@shared/domain/limits/handed-over';
import { InvalidArgumentError } from 'commander';
import { exitCodes, firstExitCode } from './exit-code';
import { collect, wholeNumber } from './option-values';
import { findCopies, unreadableOf } from './pool-copies';
import { proxiedFetch } from './proxied-fetch';
import { readSecret } from './read-secret';
import { report } from './report';
import type { Program, Shared } from './shared-options';
import { withUnlocked, withWorkspace } from './with-workspace';

const atLeastOne = (text: string): number => {
  const count = wholeNumber(text);
  if (count > 0) return count;
  throw new InvalidArgumentError('It must be 1 or more.');
};

interface CopyOptions {
  readonly application: readonly string[];
  readonly mostCalls?: number;
  readonly mostBytes?: number;
}

/** `pools …`: copies of the people of a platform's applications, each a workspace of its own beside the platform's. */
export function addPoolsCommands({ program, withFolder }: Pick<Program, 'program' | 'withFolder'>): void {
  const pools = program.command('pools').description('copies of the people of a platform’s applications');
  withFolder(
    pools.command('list'),
    'the copies beside the platform’s workspace, and when each was complete',
  ).action(async ({ dir, json = false }: Shared) =>
    report(
      await listPools(dir),
      json,
      ({ copies, unreadable }) => firstExitCode([...copies, ...unreadable]),
      ({ copies }) => copies,
    ),
  );
  withFolder(pools.command('copy'), 'copies pools one after the other, those that lack first')
    .option('--application <id>', 'only these, one or several; all without', collect, [])
    .option('--most-calls <n>', 'calls that the run may make', atLeastOne)
    .option('--most-bytes <n>', 'bytes that the copies may grow', atLeastOne)
    .action(async ({ dir, json = false, ...options }: Shared & CopyOptions) =>
      report(await copyPools(dir, options), json, copyExitCode),
    );
}

/** None is opened. What cannot be looked at is told as that; of `unreadable` nobody knows whether they are copies, too. */
export async function listPools(
  directory: string,
): Promise<
  Result<{ readonly copies: readonly PoolCopyInfo[]; readonly unreadable: readonly BrokenWorkspace[] }>
> {
  const platform = await readWorkspace(directory);
  if (!platform.ok) return platform;
  const { id, scenario } = platform.value.info;
  if (scenario !== 'platforms') return noPlatform(directory);
  const around = await listWorkspaces(dirname(directory));
  if (!around.ok) return around;
  const copies = await copiesAmong(around.value.workspaces, id);
  const unreadable = await unreadableOf(around.value.broken);
  for (const { failure: why } of unreadable) process.stderr.write(`Not looked into: ${why.message}\n`);
  return success({ copies, unreadable });
}

/** Copies pools into workspaces beside the platform's, under the same passphrase; cut off anywhere, the same command goes on. */
export async function copyPools(directory: string, options: CopyOptions): Promise<Result<PoolCopyRun>> {
  const { application: only, mostCalls: calls = null, mostBytes: bytes = null } = options;
  const found = await findCopies(directory, 'Use pull here.');
  if (!found.ok) return found;
  const names = new Map(found.value.copies.map(([{ applicationId, name }]) => [applicationId, name]));
  const strange = only.find((id) => !names.has(id));
  if (strange !== undefined) return noApplication(strange);
  const through = await proxiedFetch(process.env);
  if (!through.ok) return through;
  const passphrase = await readSecret('TENANTRY_PASSPHRASE');
  if (!passphrase.ok) return passphrase;
  // One that was closed cannot be copied any more, and must not fail every run.
  const chosen = only.length === 0 ? found.value.applications.map((one) => one.applicationId) : only;
  const handed = await withWorkspace(directory, (engine) => handedTo(engine, chosen));
  if (!handed.ok) return handed;
  const root = dirname(directory);
  return withUnlocked(directory, async ({ workspace: { info }, secrets }) => {
    const { id: workspaceId, kind, url } = info;
    if (kind === 'snapshot') return keyless();
    const copies = await readCopies(root, workspaceId);
    if (!copies.ok) return copies;
    const copy = createCopyOne({
      root,
      platform: { workspaceId, kind, url, token: secrets.apiKey, fetch: through.value },
      protection: success({ kind: 'passphrase', passphrase: passphrase.value }),
      unlocking: { passphrase: passphrase.value },
      now: Date.now,
      work: ({ directory: pool, info: of }, opened, work) => {
        const start = { directory: pool, ...opened, url: of.url, workspace: labelOf(of) };
        const limits = handed.value.get(of.platform?.applicationId ?? '');
        return copyHere({ ...start, limits }, work, through.value);
      },
    });
    const run = await runCopies(newCopyRun(workspaceId, chosen, copies.value, { calls, bytes }), {
      copy,
      tell: tellSteps(names),
      signal: new AbortController().signal,
    });
    return success(run);
  });
}

/** What each of these customers has agreed, by application: their pools are kept to it. */
async function handedTo(
  engine: Engine,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, HandedLimits | null>>> {
  const handed = new Map<string, HandedLimits | null>();
  for (const id of ids) {
    const limits = await engine.call('handedLimits', { id });
    if (!limits.ok) return limits;
    handed.set(id, limits.value);
  }
  return success(handed);
}

/** In this process: the platform's own database is closed, and so is the copy before. */
async function copyHere(
  start: Omit<EngineOptions, 'fetch'>,
  work: PoolWork,
  send: typeof fetch,
): Promise<PoolCopied> {
  const { openEngine } = await import('@main/engine/open-engine');
  const meter = createMeter(() => work.budget.calls);
  const opened = await openEngine({ ...start, fetch: meter.through(send), onlyCopies: true });
  if (!opened.ok) return { ...notCopied, failure: opened.error };
  const copied = await copyPool(opened.value, { ...work, meter, size: () => copySize(start.directory) });
  await opened.value.close();
  return copied;
}

/** Tells who waits of each pool that is begun or has ended: nothing of the people in it. */
function tellSteps(names: ReadonlyMap<string, string>): (run: PoolCopyRun, moved: boolean) => void {
  const told = new Set<string>();
  return ({ entries }, moved) => {
    if (!moved) return;
    for (const { applicationId, state, calls, bytes, failure: why } of entries) {
      if (state === 'waiting' || state === 'copying' || told.has(applicationId)) continue;
      told.add(applicationId);
      const took = `${calls} calls, ${bytes} bytes`;
      const how = state === 'begun' ? 'cut off, goes on the next time' : state;
      process.stderr.write(
        `${names.get(applicationId)}: ${how} (${took})${why ? `. ${why.message}` : '.'}\n`,
      );
    }
  };
}

/** 0 where all were copied; else what kept one from it, or 5 where the budget left some. */
export function copyExitCode({ entries, ended }: PoolCopyRun): number {
  const failed = firstExitCode(entries);
  return failed !== exitCodes.done || ended === 'done' ? failed : exitCodes.conflicts;
}

function noPlatform(directory: string): Result<never> {
  return failure(
    'invalid-input',
    `${directory} is no workspace of a platform.`,
    'Give the folder of the platform with --dir.',
  );
}

function noApplication(id: string): Result<never> {
  return failure(
    'not-found',
    `The platform has no application ${id}. Nothing was copied.`,
    'Name applications by their ids.',
  );
}
