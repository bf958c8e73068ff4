import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { unread } from './preferences';

/** Minutes without input after which a workspace under a passphrase is locked; 0 never. */
export const IdleMinutes = z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(60)]);
export type IdleMinutes = z.infer<typeof IdleMinutes>;

export const IdleSetting = z.object({ minutes: IdleMinutes });
export type IdleSetting = z.infer<typeof IdleSetting>;

export const FoundIdle = IdleSetting.extend(unread);
export type FoundIdle = z.infer<typeof FoundIdle>;

/** `left`: the screen was locked, or the machine went to sleep. `ended`: it is a snapshot, and its last day is over. */
export const LockReason = z.enum(['idle', 'left', 'ended']);
export type LockReason = z.infer<typeof LockReason>;

/** A workspace was closed as nobody sat there, and its passphrase opens it again; or a snapshot, as it ended. */
export const Locked = z.object({ workspaceId: WorkspaceId, reason: LockReason, minutes: IdleMinutes });
export type Locked = z.infer<typeof Locked>;

const nothing = z.object({});

export const guardCalls = {
  idleLock: { input: nothing, output: FoundIdle },
  setIdleLock: { input: IdleSetting, output: nothing },
  /** Puts a text on the clipboard, whichever program has the focus. Expected failure: `internal`, where the system does not take it. */
  copyText: { input: z.object({ text: z.string().max(50_000_000) }), output: nothing },
  /** Likewise a secret, and takes it off again after 45 s, when the workspace locks or the app quits. */
  copySecret: { input: z.object({ secret: z.string().min(1).max(10_000) }), output: nothing },
} as const;
