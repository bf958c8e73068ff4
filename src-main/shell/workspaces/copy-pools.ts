import { join } from 'node:path';
import { failure, type Result, success } from '@shared/contract/failure';
import { PoolCopyRun, type PoolsLook } from '@shared/contract/pool-copies';
import type { ShellInputOf } from '@shared/contract/shell';
import { t } from '@shared/language/t';
import { diskFailure } from '../../workspace/disk-failure';
import { readIfThere } from '../../workspace/if-there';
import { createCopyOne } from '../../workspace/pools/copy-one';
import { readCopies } from '../../workspace/pools/read-copies';
import { cutOffRun, newCopyRun, runCopies } from '../../workspace/pools/run-copies';
import type { Keyring } from '../../workspace/vault/keyring';
import { writeFileAtomic } from '../../workspace/write-file-atomic';
import { askInProcess, type ForkEngine } from '../engine/ask-in-process';
import { chooseProtection } from './choose-protection';
import type { OpenedWorkspace } from './opened-workspace';

export interface CopierParts {
  readonly root: string;
  readonly keyring: Keyring | null;
  readonly fetch: typeof fetch;
  readonly fork: ForkEngine;
  /** Ms since 1970. */
  readonly now: () => number;
  readonly opened: () => OpenedWorkspace | null;
  /** Hears where the run stands; at most twice a second while a pool only goes on. */
  readonly onRun: (run: PoolCopyRun) => void;
}

const betweenMs = 500;

export interface PoolCopier {
  /** Copies of the open platform, and where the last run over them stands. */
  look(): Promise<Result<PoolsLook>>;
  start(input: ShellInputOf<'copyPools'>): Promise<Result<PoolCopyRun>>;
  /** Goes on with a run that was stopped, within what is left of its budget. */
  goOn(passphrase?: string): Promise<Result<PoolCopyRun>>;
  /** Stops the run, and waits until no process of it works any more. */
  stop(): Promise<void>;
}

/**
 * Copies the pools of the open platform in the background, one at a time, each in an engine process of its own. Where the run stands is
 * kept beside the platform's database, so that it goes on after the app was closed, or killed.
 */
export function createPoolCopier(parts: CopierParts): PoolCopier {
  let under: { readonly stop: AbortController; readonly done: Promise<void> } | null = null;
  let last: PoolCopyRun | null = null;
  const fileOf = (platform: string): string => join(parts.root, platform, 'pool-copies.json');

  /** Null where none was begun, or none of this version. */
  const read = async (platform: string): Promise<Result<PoolCopyRun | null>> => {
    if (last?.platform === platform) return success(last);
    const file = fileOf(platform);
    try {
      const kept = PoolCopyRun.safeParse(parse((await readIfThere(file)) ?? 'null'));
      return success(kept.success && kept.data.platform === platform ? cutOffRun(kept.data) : null);
    } catch (error) {
      return diskFailure(error, t('Reading {file}', { file }));
    }
  };

  const begin = (from: PoolCopyRun, platform: OpenedWorkspace, passphrase: string | undefined): void => {
    const stop = new AbortController();
    const { id, kind, url } = platform.info;
    if (kind === 'snapshot') return;
    let toldAt = 0;
    let writing: Promise<void> = Promise.resolve();
    const tell = (run: PoolCopyRun, moved: boolean): void => {
      last = run;
      if (!moved && performance.now() - toldAt < betweenMs) return;
      toldAt = performance.now();
      parts.onRun(run);
      // Without it the run is only not gone on with by itself: the copies are there, and the next run begins with those that lack.
      writing = writing.then(() => writeFileAtomic(fileOf(id), JSON.stringify(run))).catch(() => undefined);
    };
    // Elsewhere the passphrase is that of copies made earlier, and protects no new one.
    const isKept = kind === 'remote' && parts.keyring === null;
    const copy = createCopyOne({
      root: parts.root,
      platform: { workspaceId: id, kind, url, token: platform.apiKey(), fetch: parts.fetch },
      protection: chooseProtection(kind, isKept ? passphrase : undefined, parts.keyring),
      unlocking: { keyring: parts.keyring ?? undefined, passphrase },
      now: parts.now,
      work: async ({ directory, info }, secrets, { budget, tell: took, signal }) => {
        const workspace = { id: info.id, name: info.name, scenario: info.scenario };
        const start = { directory, ...secrets, url, workspace };
        let going = { calls: 0, bytes: 0 };
        const copied = await askInProcess(
          parts.fork,
          { kind: 'copyPool', start, budget },
          (message) => {
            if (message.kind === 'copyingPool') {
              going = message.took;
              took(going);
            }
            return message.kind === 'poolCopied' ? success(message.result) : undefined;
          },
          () => died(info.name),
          signal,
        );
        if (copied.ok) return copied.value;
        const how = signal.aborted ? { cut: 'stopped' as const } : { failure: copied.error };
        return { asOf: 0, people: null, cut: null, failure: null, ...going, ...how };
      },
    });
    last = from;
    const run = runCopies(from, { copy, tell, signal: stop.signal }).finally(async () => {
      await writing;
      under = null;
      // Where a bug broke it off, it is no longer under way: it may be gone on with, and the workspace be left.
      if (last === null || last.ended !== null) return;
      last = cutOffRun(last);
      parts.onRun(last);
    });
    // Who waits for its end is told no bug: that one is left unhandled, which is how it gets into the log.
    void run.then(noted);
    under = { stop, done: run.then(noted, noted) };
  };

  const platformNow = (): OpenedWorkspace | null => {
    const open = parts.opened();
    return open?.info.scenario === 'platforms' && open.info.kind !== 'snapshot' ? open : null;
  };

  return {
    async look() {
      const platform = parts.opened();
      if (platform?.info.scenario !== 'platforms') return noPlatform();
      const copies = await readCopies(parts.root, platform.info.id);
      if (!copies.ok) return copies;
      const run = await read(platform.info.id);
      return success({
        run: run.ok ? run.value : null,
        unread: run.ok ? null : run.error,
        copies: copies.value,
      });
    },
    async start(input) {
      const platform = platformNow();
      if (platform === null) return noPlatform();
      if (under !== null) return busy();
      const { applicationIds, budget, passphrase } = input;
      const copies = await readCopies(parts.root, platform.info.id);
      if (!copies.ok) return copies;
      const run = newCopyRun(platform.info.id, applicationIds, copies.value, budget);
      begin(run, platform, passphrase);
      return success(run);
    },
    async goOn(passphrase) {
      const platform = platformNow();
      if (platform === null) return noPlatform();
      if (under !== null) return busy();
      const run = await read(platform.info.id);
      if (!run.ok) return run;
      if (run.value === null) return nothingToDo();
      begin(run.value, platform, passphrase);
      return success({ ...run.value, ended: null });
    },
    async stop() {
      under?.stop.abort();
      await under?.done;
    },
  };
}

const noted = (): void => undefined;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function died(name: string): Result<never> {
  return failure(
    'engine-stopped',
    t('The process that copied the people of {name} stopped. What it had copied is kept.', { name }),
    t('Copy again: it goes on where it stopped.'),
  );
}

function noPlatform(): Result<never> {
  return failure(
    'invalid-input',
    t('No platform’s workspace is open. Nothing was copied.'),
    t('Open the platform’s workspace first.'),
  );
}

function busy(): Result<never> {
  return failure(
    'busy',
    t('Pools are being copied already. Nothing was begun.'),
    t('Stop that first, or wait for its end.'),
  );
}

function nothingToDo(): Result<never> {
  return failure(
    'not-found',
    t('No copying was stopped here. Nothing was begun.'),
    t('Choose what to copy.'),
  );
}
