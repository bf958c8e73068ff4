import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { whenParentEnds } from './parent-end';

/**
 * Whoever ends a script ends what it started:
 *
 *     SIGINT, SIGTERM, SIGHUP, or the end of the npm that runs it
 *       -> the signal to every child's process group -> SIGKILL after ten seconds
 *       -> the displays under them -> exit 128 + signal
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const patienceMs = 10_000;

type Rank = 'work' | 'display';
const children = new Map<ChildProcess, Rank>();
let listening = false;
let ending = false;

/** Options that put a child into a group of its own: Ctrl-C then reaches it once, by way of the script. */
export const ownGroup = { detached: process.platform !== 'win32' } as const;

/** Ends a child, spawned with `ownGroup`, with this script. A `display` goes after all others. */
export function endWithScript(child: ChildProcess, rank: Rank = 'work'): void {
  children.set(child, rank);
  child.once('exit', () => {
    // What the child left behind in its group.
    signalGroup(child, 'SIGTERM');
    children.delete(child);
  });
  if (listening) return;
  listening = true;
  for (const signal of signals) process.on(signal, () => void end(signal));
  whenParentEnds(() => void end('SIGHUP'));
}

/** Sends a signal to a child and all it started. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (ownGroup.detached) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Nobody is left.
  }
}

async function end(signal: NodeJS.Signals): Promise<void> {
  if (ending) return;
  ending = true;
  await endAll('work', signal);
  await endAll('display', 'SIGTERM');
  process.exit(128 + constants.signals[signal]);
}

async function endAll(rank: Rank, signal: NodeJS.Signals): Promise<void> {
  const running = [...children].filter((entry) => entry[1] === rank).map(([child]) => child);
  const ended = running.map((child) => (alive(child) ? once(child, 'exit') : undefined));
  for (const child of running) signalGroup(child, signal);
  const killer = setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  }, patienceMs);
  await Promise.all(ended);
  clearTimeout(killer);
}

const alive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;
