import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { StagingWindows } from '@main/reconcile/staging/staging-options';

/** The windows that an engine serves, and which of them asks for what is being done: '' for the command line and the engine by itself. */
export interface Windows extends StagingWindows {
  /** A window came: what it asks for is done as its, until it leaves. */
  enter(): Window;
}

export interface Window {
  askedBy<T>(work: () => T): T;
  leave(): void;
}

export function createWindows(): Windows {
  const asking = new AsyncLocalStorage<string>();
  const there = new Set<string>();
  const listeners = new Set<() => void>();
  return {
    enter: () => {
      const id = randomUUID();
      there.add(id);
      return {
        askedBy: (work) => asking.run(id, work),
        leave: () => {
          if (there.delete(id)) for (const listener of listeners) listener();
        },
      };
    },
    asking: () => asking.getStore() ?? '',
    isThere: (id) => there.has(id),
    onLeft: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
