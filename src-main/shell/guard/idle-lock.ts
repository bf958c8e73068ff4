import type { IdleMinutes, LockReason } from '@shared/contract/guard';
import type { WorkspaceId } from '@shared/domain/ids';

export interface IdleLockParts {
  readonly minutes: () => IdleMinutes;
  /** Since the last key or click, in this app or, where the system tells, in any. */
  readonly idleSeconds: () => number;
  /** The open workspace, where a passphrase protects it: any other would open again by itself. */
  readonly lockable: () => WorkspaceId | null;
  /** Closes it; false where another is open by now, or something runs that must not be cut. */
  readonly lock: (id: WorkspaceId, reason: LockReason) => Promise<boolean>;
}

export interface IdleLock {
  /** Looks at the time; to be called every few seconds. */
  look(): Promise<void>;
  /** The screen was locked, or the machine goes to sleep: nobody sits here. */
  left(): Promise<void>;
}

/** When the open workspace is locked: after some minutes without input, and when its admin leaves; a run that sends ends first. */
export function createIdleLock({ minutes, idleSeconds, lockable, lock }: IdleLockParts): IdleLock {
  let wanted: { readonly id: WorkspaceId; readonly reason: LockReason } | null = null;
  let trying = false;
  const attempt = async (): Promise<void> => {
    if (wanted === null || trying) return;
    const asked = wanted;
    trying = true;
    try {
      if ((await lock(asked.id, asked.reason)) && wanted === asked) wanted = null;
    } finally {
      trying = false;
    }
  };
  return {
    async look() {
      const after = minutes();
      const id = lockable();
      // What was to be locked was closed, or left for another one: that one was opened by somebody.
      if (id === null || after === 0 || (wanted !== null && wanted.id !== id)) wanted = null;
      if (id !== null && after !== 0 && idleSeconds() >= after * 60) wanted ??= { id, reason: 'idle' };
      // Somebody came back while a run was let end. Who left the machine is let wait for it.
      else if (wanted?.reason === 'idle') wanted = null;
      await attempt();
    },
    async left() {
      const id = lockable();
      if (minutes() === 0 || id === null) return;
      wanted = { id, reason: 'left' };
      await attempt();
    },
  };
}
