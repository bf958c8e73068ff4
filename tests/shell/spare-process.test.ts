import type { ChildProcessHandle } from '@main/shell/child-process-handle';
import { createSpareProcess } from '@main/shell/spare-process';
import { expect, test } from 'vitest';

/** Real forks are Electron's; here each is a number that can end. */
function forks() {
  const made: { readonly handle: ChildProcessHandle<string>; readonly end: () => void; killed: boolean }[] =
    [];
  const fork = (): ChildProcessHandle<string> => {
    const listeners: ((code: number) => void)[] = [];
    const one = {
      handle: {
        pid: () => undefined,
        postMessage: () => undefined,
        onMessage: () => undefined,
        onExit: (listener: (code: number) => void) => void listeners.push(listener),
        kill: () => {
          one.killed = true;
        },
      },
      end: () => {
        for (const listener of listeners) listener(1);
      },
      killed: false,
    };
    made.push(one);
    return one.handle;
  };
  return { made, spare: createSpareProcess(fork) };
}

test('the process that waits is the first one forked, and only once', () => {
  const { made, spare } = forks();
  spare.prepare();
  spare.prepare();
  expect(made).toHaveLength(1);
  expect(spare.fork()).toBe(made[0]?.handle);
  expect(spare.fork()).toBe(made[1]?.handle);
  expect(made).toHaveLength(2);
});

test('one that ended while it waited is not handed out', () => {
  const { made, spare } = forks();
  spare.prepare();
  made[0]?.end();
  expect(spare.fork()).toBe(made[1]?.handle);
});

test('dropping ends what waits, and nothing that was handed out', () => {
  const { made, spare } = forks();
  spare.prepare();
  const taken = spare.fork();
  spare.drop();
  expect(taken).toBe(made[0]?.handle);
  expect(made[0]?.killed).toBe(false);
  spare.prepare();
  spare.drop();
  expect(made[1]?.killed).toBe(true);
});
