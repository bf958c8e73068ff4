import { asStoreFailure } from '@main/store/as-store-failure';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/** Work behind writes, one piece after the other, with those who want to hear of it; over once it is stopped. */
export interface Background {
  /**
   * A piece of work that may be asked for at any time. Who asks while it waits shares it; who asks while it is under way shares the
   * next, which sees what was written meanwhile.
   */
  shared<T>(work: () => Promise<T>): () => Promise<T>;
  stopped(): boolean;
  tell(): void;
  subscribe(listener: () => void): () => void;
  /** Waits for the work that was asked for: it is to look at `stopped` in between. */
  stop(): Promise<void>;
}

export function createBackground(): Background {
  const listeners = new Set<() => void>();
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();
  return {
    shared: <T>(work: () => Promise<T>) => {
      let waiting: Promise<T> | null = null;
      const begin = (): Promise<T> => {
        waiting = null;
        return work();
      };
      return () => {
        if (waiting !== null) return waiting;
        const next = last.then(begin);
        waiting = next;
        last = next.catch(() => undefined);
        return next;
      };
    },
    stopped: () => stopped,
    tell: () => {
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      stopped = true;
      await last;
    },
  };
}

/** Why a piece of work came to nothing, where its error was not foreseen. */
export function brokenOff(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return (
    asStoreFailure(error) ?? {
      code: 'internal',
      message: t('It could not be tried: {message}.', { message }),
      next: t('Try again; if it comes back, restart Tenantry and send the log from Settings.'),
    }
  );
}
