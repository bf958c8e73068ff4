import { setMaxListeners } from 'node:events';
import type { PullPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { CollectionProgress, Freshness } from '@shared/contract/status';
import { type EntityName, sweepOrder } from '@shared/domain/entity';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { abortableSleep, type SetTimer } from './abortable-sleep';
import { createProgress } from './collection-progress';
import { concludeSweep, type RunOutcome } from './conclude-sweep';
import { restoreProgress } from './restore-progress';
import { runSweep } from './run-sweep';
import { freshnessOf, type SyncState } from './sync-state';

export interface SyncStatus {
  readonly freshness: Freshness;
  /** In the order of the sweep. */
  readonly collections: readonly CollectionProgress[];
}

/**
 * Keeps the store's copy of the service fresh by sweeping over it again and again.
 *
 *     idle ─start, timer─> running ─complete───────────> idle (next sweep after `pollMs`)
 *                            │ ├─ no answer ───────────> offline by network (tried again, less and less often)
 *                            │ ├─ 401 ─────────────────> key-refused (until start or resume)
 *                            │ ├─ other answer ────────> failed (next try after `pollMs`, start or resume)
 *                            │ └─ disk ────────────────> failed (until start or resume)
 *                            └─ pause, workOffline(on) ─> paused, offline by choice ─resume, workOffline(off)─> running
 *
 * Whatever ends a sweep, the next run goes on at the stored cursors.
 */
export interface Sync {
  /** Resolves once the status tells what earlier sweeps came to; until then it is that of a first start. */
  readonly restored: Promise<void>;
  /** A sweep now, or the rest of the one broken off; nothing while one runs, is paused, or the admin works offline. */
  start(): void;
  pause(): void;
  /** Goes on after a pause or a failure. */
  resume(): void;
  /** Leaves the service alone until switched off again. */
  workOffline(on: boolean): void;
  /** Ends for good; resolves when nothing runs any more. */
  stop(): Promise<void>;
  status(): SyncStatus;
  /** Called whenever the status may have changed; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

export interface SyncOptions {
  readonly store: Store;
  readonly port: PullPort;
  /** Whether the port speaks to the instance that was copied; asked before anything is taken from it. */
  readonly verify?: (signal: AbortSignal) => Promise<RemoteResult<null>>;
  /** What to copy, in order; everything of an instance when missing. */
  readonly entities?: readonly EntityName[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Time between two sweeps, ms. */
  readonly pollMs?: number;
  readonly setTimer?: SetTimer;
  /** 0 to 1: spreads the waits of many clients. */
  readonly random?: () => number;
}

const usualPollMs = 5 * 60_000;

const processTimer: SetTimer = (work, ms) => {
  // Node runs longer timers at once.
  const timer = setTimeout(work, Math.min(ms, 2 ** 31 - 1));
  return () => clearTimeout(timer);
};

const anyInstance = async (): Promise<RemoteResult<null>> => ({ ok: true, value: null, requestId: '' });

/** Sync of one workspace; idle until `start`. */
export function createSync(options: SyncOptions): Sync {
  const { store, port, entities = sweepOrder, now, verify = anyInstance } = options;
  const { pollMs = usualPollMs, setTimer = processTimer, random = Math.random } = options;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const progress = new Map(
    entities.map((entity) => [entity, createProgress(entity, () => performance.now(), notify)]),
  );
  let asOf = 0;
  let syncState: SyncState = { kind: 'idle' };
  let probes = 0;
  let stopped = false;
  let cancelTimer: () => void = () => undefined;
  let running: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null;
  /** Somebody wants to go on as soon as the run being broken off has ended. */
  let wanted = false;
  const restoring = restoreProgress(store, progress).then((completedAt) => {
    asOf = Math.max(asOf, completedAt);
    notify();
  });
  // A store that cannot be read is reported by the run that waits for the restoring.
  const restored = restoring.catch(() => undefined);

  const settle = (next: SyncState): void => {
    syncState = next;
    notify();
  };
  const byChoice = (): boolean => syncState.kind === 'offline' && syncState.by === 'choice';

  function begin(): void {
    if (stopped) return;
    if (running !== null) {
      wanted = running.abort.signal.aborted;
      return;
    }
    cancelTimer();
    wanted = false;
    // Offline ends with the first answer, not with the first try.
    if (syncState.kind !== 'offline') settle({ kind: 'running' });
    const abort = new AbortController();
    // As many requests as a sweep has at once may wait for it.
    setMaxListeners(0, abort.signal);
    running = { abort, ended: run(abort.signal) };
  }

  async function run(signal: AbortSignal): Promise<void> {
    const outcome = await sweep(signal).catch((error: unknown): RunOutcome => ({ kind: 'broken', error }));
    running = null;
    if (signal.aborted) {
      if (wanted) begin();
      return;
    }
    const conclusion = concludeSweep(outcome, { syncState, probes, now: now(), pollMs });
    if (outcome.kind === 'complete') asOf = outcome.completedAt;
    if (conclusion.syncState.kind === 'offline') probes += 1;
    settle(conclusion.syncState);
    if (outcome.kind === 'complete') void store.prepareSearch();
    if (conclusion.againIn === null) return;
    cancelTimer();
    cancelTimer = setTimer(begin, conclusion.againIn * (0.9 + 0.2 * random()));
  }

  async function sweep(signal: AbortSignal): Promise<RunOutcome> {
    await restoring;
    const sleep = abortableSleep(setTimer, signal);
    const verified = await askSteadily('sweep', () => verify(signal), { sleep, random, signal });
    if (!verified.ok)
      return signal.aborted
        ? { kind: 'stopped' }
        : { kind: 'failed', failure: verified.failure, entity: 'settings' };
    return runSweep({ store, port, now, random, progress, signal, sleep, onReached });
  }

  function onReached(): void {
    probes = 0;
    if (syncState.kind === 'offline' && syncState.by === 'network') settle({ kind: 'running' });
  }

  function halt(next: SyncState): void {
    cancelTimer();
    wanted = false;
    running?.abort.abort();
    settle(next);
  }

  function release(): void {
    if (syncState.kind === 'paused' || syncState.kind === 'offline') syncState = { kind: 'idle' };
    begin();
  }

  return {
    restored,
    start: () => {
      if (syncState.kind !== 'paused' && !byChoice()) begin();
    },
    pause: () => {
      if (!byChoice()) halt({ kind: 'paused' });
    },
    resume: () => {
      if (!byChoice()) release();
    },
    workOffline: (on) => {
      if (on && !byChoice()) halt({ kind: 'offline', since: now(), by: 'choice' });
      else if (!on && byChoice()) release();
    },
    stop: async () => {
      stopped = true;
      cancelTimer();
      running?.abort.abort();
      await running?.ended;
      await restored;
    },
    status: () => {
      const collections = [...progress.values()].map((tracker) => tracker.view());
      return { freshness: freshnessOf(syncState, asOf, collections), collections };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
