import type { ChildProcessHandle } from './child-process-handle';

/** Forks of one kind of process, the first of which may have been started before anybody asked. */
export interface SpareProcess<Message> {
  /** Starts one that waits, where none does: it loads its modules, and knows no workspace and no key. */
  prepare(): void;
  /** The one that waits, or a new one. */
  fork(): ChildProcessHandle<Message>;
  /** Ends the one that waits. */
  drop(): void;
}

/** `fork` starts a process. One that ends while it waits is forgotten: the next fork starts another. */
export function createSpareProcess<Message>(fork: () => ChildProcessHandle<Message>): SpareProcess<Message> {
  let spare: ChildProcessHandle<Message> | null = null;
  const take = (): ChildProcessHandle<Message> | null => {
    const taken = spare;
    spare = null;
    return taken;
  };
  return {
    prepare() {
      if (spare) return;
      const waiting = fork();
      spare = waiting;
      waiting.onExit(() => {
        if (spare === waiting) spare = null;
      });
    },
    fork: () => take() ?? fork(),
    drop: () => take()?.kill(),
  };
}
