import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { superviseEngine } from '@main/shell/engine/supervise-engine';
import { createIdleLock } from '@main/shell/guard/idle-lock';
import { createIdleTime } from '@main/shell/guard/idle-time';
import { createSteadyTime } from '@main/shell/guard/steady-time';
import type { IdleMinutes } from '@shared/contract/guard';
import { WorkspaceId } from '@shared/domain/ids';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';

const [first, second] = [WorkspaceId.parse('first-0a1b2c'), WorkspaceId.parse('second-0a1b2c')];

/** A machine at which somebody sits or not, with a workspace that is open or not. */
function machine() {
  const now = {
    minutes: 15 as IdleMinutes,
    idle: 0,
    open: first as WorkspaceId | null,
    busy: false,
    over: false,
  };
  const locked: string[] = [];
  const lock = createIdleLock({
    minutes: () => now.minutes,
    idleSeconds: () => now.idle,
    lockable: () => [now.open ?? []].flat(),
    ended: () => (now.over ? [now.open ?? []].flat() : []),
    lock: async (id, reason) => {
      if (now.busy || now.open !== id) return false;
      now.open = null;
      locked.push(reason);
      return true;
    },
  });
  return { now, lock, locked };
}

describe('the steady time', () => {
  it('goes on with a clock, and never back with one that is set back', () => {
    let [clock, passed] = [1_000, 50];
    const time = createSteadyTime(
      () => clock,
      () => passed,
    );
    const later = (ms: number, at: number): number => {
      [clock, passed] = [at, passed + ms];
      return time();
    };
    expect(later(10, 1_010)).toBe(1_010);
    expect(later(10, 5)).toBe(1_020);
    expect(later(10, 15)).toBe(1_030);
    // While a machine sleeps only its clock goes on.
    expect(later(0, 9_000)).toBe(9_000);
    expect(later(7, 9_007)).toBe(9_007);
  });
});

describe('the idle lock', () => {
  it('locks after its minutes without input, once, and not a second before', async () => {
    const { now, lock, locked } = machine();
    now.idle = 15 * 60 - 1;
    await lock.look();
    expect(locked).toEqual([]);
    now.idle = 15 * 60;
    await lock.look();
    await lock.look();
    expect(locked).toEqual(['idle']);
  });

  it('waits for what must not be cut, and lets go when somebody comes back meanwhile', async () => {
    const { now, lock, locked } = machine();
    Object.assign(now, { idle: 16 * 60, busy: true });
    await lock.look();
    expect(locked).toEqual([]);
    now.idle = 3;
    now.busy = false;
    await lock.look();
    expect(locked).toEqual([]);
    Object.assign(now, { idle: 16 * 60, busy: true });
    await lock.look();
    now.busy = false;
    await lock.look();
    expect(locked).toEqual(['idle']);
  });

  it('locks at once when the machine is left; after the run that is on, also if somebody is back by then', async () => {
    const { now, lock, locked } = machine();
    await lock.left();
    expect(locked).toEqual(['left']);
    Object.assign(now, { open: first, busy: true });
    await lock.left();
    expect(locked).toEqual(['left']);
    now.busy = false;
    await lock.look();
    expect(locked).toEqual(['left', 'left']);
  });

  it('locks what was open when the machine was left, and never the workspace that somebody opened after it', async () => {
    const { now, lock, locked } = machine();
    Object.assign(now, { busy: true });
    await lock.left();
    for (const open of [second, first]) {
      Object.assign(now, { open, busy: false });
      await lock.look();
      expect(locked).toEqual([]);
    }
    await lock.left();
    expect(locked).toEqual(['left']);
  });

  it('closes a snapshot that has ended, whoever sits there and whatever is set, once nothing runs in it', async () => {
    const { now, lock, locked } = machine();
    Object.assign(now, { minutes: 0, over: true, busy: true });
    await lock.look();
    expect(locked).toEqual([]);
    now.busy = false;
    await lock.look();
    await lock.look();
    expect(locked).toEqual(['ended']);
  });

  it('locks each of several open workspaces by itself: one that must not be cut holds up no other', async () => {
    const open = new Set([first, second]);
    let busy: WorkspaceId | null = first;
    const lock = createIdleLock({
      minutes: () => 15,
      idleSeconds: () => 16 * 60,
      lockable: () => [...open],
      ended: () => [],
      lock: async (id) => id !== busy && open.delete(id),
    });
    await lock.look();
    expect([...open]).toEqual([first]);
    busy = null;
    await lock.look();
    expect([...open]).toEqual([]);
  });

  it('never locks where it is off, or what a passphrase does not protect', async () => {
    const { now, lock, locked } = machine();
    Object.assign(now, { idle: 1e9, minutes: 0 });
    await lock.look();
    await lock.left();
    Object.assign(now, { minutes: 5, open: null });
    await lock.look();
    await lock.left();
    now.open = first;
    now.idle = 0;
    await lock.look();
    expect(locked).toEqual([]);
  });
});

describe('how long nobody sat here', () => {
  function seat() {
    const machine = { ms: 0, system: 0 };
    const time = createIdleTime(
      () => machine.ms,
      () => machine.system,
    );
    return { machine, time };
  }

  it('is what the system says, which hears of other programs too', () => {
    const { machine, time } = seat();
    const heard = [0, 3, 0, 0, 2].map((system, index) => {
      Object.assign(machine, { ms: (index + 1) * 5_000, system });
      return time.seconds();
    });
    expect(heard.slice(1)).toEqual([3, 0, 0, 2]);
    Object.assign(machine, { ms: 60_000, system: 50 });
    time.input();
    expect(time.seconds()).toBe(0);
  });

  it('is the time since the last input to this app where the system always says 0', () => {
    const { machine, time } = seat();
    machine.ms = 60_000;
    time.input();
    machine.ms += 15 * 60_000;
    expect(time.seconds()).toBe(15 * 60);
  });
});

describe('an engine that hangs', () => {
  afterEach(() => void vi.useRealTimers());

  /** A real process in the engine's place: ready at once, and stuck with the first question that `on` names. */
  function stuck(on: string) {
    const program = `process.on('message', ({ kind, id }) => {
      if (kind === 'start') process.send({ kind: 'ready' });
      if (kind === '${on}') for (;;);
      if (kind === 'isSending') process.send({ kind: 'sends', id, result: { ok: true, value: false } });
    })`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ready = once(child, 'message');
    const engine = superviseEngine({
      onActivity: () => undefined,
      start: {
        ...{ directory: '', databaseKey: '', apiKey: '', url: 'http://127.0.0.1:1' },
        workspace: { id: first, name: 'First', scenario: 'b2b' },
      },
      fork: () => ({
        // Killed at the end of a test, it hears nothing of being started anew.
        pid: () => child.pid,
        postMessage: (message) => void (child.connected && child.send(message)),
        onMessage: (listener) => child.on('message', listener),
        onExit: (listener) => child.on('exit', listener),
        kill: () => void child.kill('SIGKILL'),
      }),
      onState: () => undefined,
    });
    return { engine, ready };
  }

  it('is not busy, so that the workspace can be locked, and whoever waits for it hears so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { engine, ready } = stuck('tryKey');
    await ready;
    const tried = engine.tryKey('sk_test_x');
    const busy = engine.isBusy();
    const settled = vi.fn();
    void busy.then(settled);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await busy).toBe(false);
    expect(await tried).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
  });

  it('is told from one that works: it answers, and is left to what it was asked', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { engine, ready } = stuck('nothing');
    await ready;
    expect(await engine.isBusy()).toBe(false);
    const tried = engine.tryKey('sk_test_x');
    expect(await engine.isBusy()).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await Promise.race([tried, Promise.resolve('waits on')])).toBe('waits on');
  });
});
