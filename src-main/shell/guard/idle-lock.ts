import type { IdleMinutes, LockReason } from '@shared/contract/guard';

export interface IdleLockParts {
  readonly minutes: () => IdleMinutes;
  /** Since the last key or click, in this app or, where the system tells, in any. */
  readonly idleSeconds: () => number;
  /** Whether a workspace is open that a passphrase protects: any other would open again by itself. */
  readonly lockable: () => boolean;
  /** Closes it; false where something runs that must not be cut. */
  readonly lock: (reason: LockReason) => Promise<boolean>;
}

export interface IdleLock {
  /** Looks at the time; to be called every few seconds. */
  look(): Promise<void>;
  /** The screen was locked, or the machine goes to sleep: nobody sits here. */
  left(): Promise<void>;
}

/** When the open workspace is locked: after some minutes without input, and when its admin leaves; a run that sends ends first. */
export function createIdleLock({ minutes, idleSeconds, lockable, lock }: IdleLockParts): IdleLock {
  let wanted: LockReason | null = null;
  let trying = false;
  const attempt = async (): Promise<void> => {
    if (wanted === null || trying) return;
    trying = true;
    try {
      if (!lockable() || (await lock(wanted))) wanted = null;
    } finally {
      trying = false;
    }
  };
  return {
    async look() {
      const after = minutes();
      if (after === 0) wanted = null;
      else if (idleSeconds() >= after * 60) wanted ??= 'idle';
      // Somebody came back while a run was let end. Who left the machine is let wait for it.
      else if (wanted === 'idle') wanted = null;
      await attempt();
    },
    async left() {
      if (minutes() === 0 || !lockable()) return;
      wanted = 'left';
      await attempt();
    },
  };
}
