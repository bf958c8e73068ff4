import { createIdleLock } from '@main/shell/guard/idle-lock';
import { createSecretClipboard, secretStaysMs } from '@main/shell/guard/secret-clipboard';
import type { IdleMinutes } from '@shared/contract/guard';
import { describe, expect, it } from 'vitest';

/** A machine at which somebody sits or not, with a workspace that is open or not. */
function machine() {
  const now = { minutes: 15 as IdleMinutes, idle: 0, open: true, busy: false };
  const locked: string[] = [];
  const lock = createIdleLock({
    minutes: () => now.minutes,
    idleSeconds: () => now.idle,
    lockable: () => now.open,
    lock: async (reason) => {
      if (now.busy) return false;
      now.open = false;
      locked.push(reason);
      return true;
    },
  });
  return { now, lock, locked };
}

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
    Object.assign(now, { open: true, busy: true });
    await lock.left();
    expect(locked).toEqual(['left']);
    now.busy = false;
    await lock.look();
    expect(locked).toEqual(['left', 'left']);
  });

  it('never locks where it is off, or what a passphrase does not protect', async () => {
    const { now, lock, locked } = machine();
    Object.assign(now, { idle: 1e9, minutes: 0 });
    await lock.look();
    await lock.left();
    Object.assign(now, { minutes: 5, open: false });
    await lock.look();
    await lock.left();
    now.open = true;
    now.idle = 0;
    await lock.look();
    expect(locked).toEqual([]);
  });
});

describe('a secret on the clipboard', () => {
  function board() {
    let text = '';
    const due: { act: () => void; ms: number }[] = [];
    const secrets = createSecretClipboard(
      {
        readText: async () => text,
        writeText: (next) => {
          text = next;
        },
        clear: () => {
          text = '';
        },
      },
      (act, ms) => {
        const one = { act, ms };
        due.push(one);
        return () => due.splice(due.indexOf(one) >>> 0, 1);
      },
    );
    return { secrets, due, text: () => text, copy: (other: string) => (text = other) };
  }

  it('is gone after 45 seconds, counted from the last one', async () => {
    const { secrets, due, text } = board();
    secrets.put('sk_one');
    secrets.put('sk_two');
    expect(due.map(({ ms }) => ms)).toEqual([secretStaysMs]);
    expect(secretStaysMs).toBe(45_000);
    due[0]?.act();
    await expect.poll(text).toBe('');
  });

  it('goes at once when asked; what somebody copied since stays', async () => {
    const { secrets, text, copy } = board();
    secrets.put('sk_one');
    await secrets.clear();
    expect(text()).toBe('');
    secrets.put('sk_two');
    copy('an address');
    await secrets.clear();
    expect(text()).toBe('an address');
  });
});
