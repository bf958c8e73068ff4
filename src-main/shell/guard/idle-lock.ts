import type { IdleMinutes, LockReason } from '@shared/contract/guard';
import type { WorkspaceId } from '@shared/domain/ids';

export interface IdleLockParts {
  readonly minutes: () => IdleMinutes;
  /** Since the last key or click, in this app or, where the system tells, in any. */
  readonly idleSeconds: () => number;
  /** The open workspaces that a passphrase protects; every other one would open again by itself. */
  readonly lockable: () => readonly WorkspaceId[];
  /** The open snapshots whose last day is over: closed whoever sits there. */
  readonly ended: () => readonly WorkspaceId[];
  /** Closes one; false where it is open no more, or something runs that must not be cut. */
  readonly lock: (id: WorkspaceId, reason: LockReason) => Promise<boolean>;
}

export interface IdleLock {
  /** Looks at the time; to be called every few seconds. */
  look(): Promise<void>;
  /** The screen was locked, or the machine goes to sleep: nobody sits here. */
  left(): Promise<void>;
}

/** When open workspaces are locked: after some minutes without input, when their admin leaves, and snapshots when they end; a run that sends ends first. */
export function createIdleLock({ minutes, idleSeconds, lockable, ended, lock }: IdleLockParts): IdleLock {
  const wanted = new Map<WorkspaceId, LockReason>();
  const trying = new Set<WorkspaceId>();
  const attempt = async (id: WorkspaceId, reason: LockReason): Promise<void> => {
    if (trying.has(id)) return;
    trying.add(id);
    try {
      if ((await lock(id, reason)) && wanted.get(id) === reason) wanted.delete(id);
    } finally {
      trying.delete(id);
    }
  };
  const attemptAll = async (): Promise<void> => {
    await Promise.all([...wanted].map(([id, reason]) => attempt(id, reason)));
  };
  return {
    async look() {
      const after = minutes();
      const open = after === 0 ? [] : lockable();
      // What was to be locked was closed, or left for another one: that one was opened by somebody.
      for (const id of wanted.keys()) if (!open.includes(id)) wanted.delete(id);
      for (const id of ended()) wanted.set(id, 'ended');
      const isIdle = idleSeconds() >= after * 60;
      for (const id of open) {
        if (isIdle && !wanted.has(id)) wanted.set(id, 'idle');
        // Somebody came back while a run was let end. Who left the machine is let wait for it.
        else if (!isIdle && wanted.get(id) === 'idle') wanted.delete(id);
      }
      await attemptAll();
    },
    async left() {
      if (minutes() === 0) return;
      for (const id of lockable()) wanted.set(id, 'left');
      await attemptAll();
    },
  };
}
