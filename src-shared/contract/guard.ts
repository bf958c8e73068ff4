import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';

/** Minutes without input after which a workspace under a passphrase is locked; 0 never. */
export const IdleMinutes = z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(60)]);
export type IdleMinutes = z.infer<typeof IdleMinutes>;

export const IdleSetting = z.object({ minutes: IdleMinutes });
export type IdleSetting = z.infer<typeof IdleSetting>;

/** `left`: the screen was locked, or the machine went to sleep. */
export const LockReason = z.enum(['idle', 'left']);
export type LockReason = z.infer<typeof LockReason>;

/** A workspace was closed as nobody sat there; its passphrase opens it again. */
export const Locked = z.object({ workspaceId: WorkspaceId, reason: LockReason, minutes: IdleMinutes });
export type Locked = z.infer<typeof Locked>;

const nothing = z.object({});

export const guardCalls = {
  idleLock: { input: nothing, output: IdleSetting },
  setIdleLock: { input: IdleSetting, output: nothing },
  /** Puts a secret on the clipboard, and takes it off again after 45 s, when the workspace locks or the app quits. */
  copySecret: { input: z.object({ secret: z.string().min(1).max(10_000) }), output: nothing },
} as const;
