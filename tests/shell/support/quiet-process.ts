import type { ChildProcessHandle } from '@main/shell/child-process-handle';
import type { EngineStart, FromEngineProcess, ToEngineProcess } from '@main/shell/engine/engine-messages';
import { success } from '@shared/contract/failure';

/**
 * Real forks are Electron's: this one opens no database, takes every key, sends nothing, and ends when it is asked to.
 *
 * @param cannotBeSent a kind of message that throws, as one does that cannot be cloned
 * @param starts collects what engines are started with
 */
export function quietProcess(
  cannotBeSent?: ToEngineProcess['kind'],
  starts: EngineStart[] = [],
): ChildProcessHandle<ToEngineProcess> {
  const ends: ((code: number) => void)[] = [];
  const hears: ((message: unknown) => void)[] = [];
  const end = (): void => {
    for (const each of ends.splice(0)) each(0);
  };
  const say = (message: FromEngineProcess): void => {
    queueMicrotask(() => {
      for (const each of hears) each(message);
    });
  };
  return {
    pid: () => 1,
    postMessage(message) {
      if (message.kind === cannotBeSent) throw new Error(`${message.kind} could not be cloned`);
      if (message.kind === 'start') starts.push(message.start);
      if (message.kind === 'stop') end();
      if (message.kind === 'tryKey') say({ kind: 'triedKey', id: message.id, result: success(null) });
      if (message.kind === 'isSending') say({ kind: 'sends', id: message.id, result: success(false) });
    },
    onMessage: (listener) => void hears.push(listener),
    onExit: (listener) => void ends.push(listener),
    kill: end,
  };
}
