import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { Failure, type Result, success } from './failure';

/** What copying pools may take in one run; null for as much as it needs. */
export const PoolBudget = z.object({
  /** Calls of the service, those for keys included. */
  calls: z.number().int().positive().nullable(),
  /** How much the files of copies may grow, bytes. */
  bytes: z.number().int().positive().nullable(),
});
export type PoolBudget = Readonly<z.infer<typeof PoolBudget>>;

/** What copying one pool took, and how it ended. */
export const PoolCopied = z.object({
  calls: z.number().int(),
  bytes: z.number().int(),
  /** When the copy was complete last, ms since 1970; 0 where it never was. */
  asOf: z.number(),
  /** People in the copy; null where nobody looked. */
  people: z.number().int().nullable(),
  /** What cut it off before it was complete: the next copying goes on there. */
  cut: z.enum(['calls', 'bytes', 'stopped']).nullable(),
  /** Why it failed; null where it did not. */
  failure: Failure.nullable(),
});
export type PoolCopied = Readonly<z.infer<typeof PoolCopied>>;

/** Where the pool of one application stands in a run. `begun`: cut off, not complete, and goes on there. */
export const PoolCopyEntry = z.object({
  applicationId: z.string(),
  state: z.enum(['waiting', 'copying', 'copied', 'begun', 'failed']),
  ...PoolCopied.omit({ cut: true }).shape,
});
export type PoolCopyEntry = Readonly<z.infer<typeof PoolCopyEntry>>;

/** A run over the pools of chosen applications, one after the other. */
export const PoolCopyRun = z.object({
  platform: WorkspaceId,
  budget: PoolBudget,
  spent: z.object({ calls: z.number().int(), bytes: z.number().int() }),
  entries: z.array(PoolCopyEntry),
  /** Why no further pool is begun: `calls` and `bytes` name what of the budget is spent, `disk` that it is full or read-only; null while it goes on. */
  ended: z.enum(['done', 'calls', 'bytes', 'stopped', 'offline', 'disk']).nullable(),
});
export type PoolCopyRun = Readonly<z.infer<typeof PoolCopyRun>>;

/** A copied pool on this machine. */
export const PoolCopyInfo = z.object({
  id: WorkspaceId,
  applicationId: z.string(),
  /** When it was complete last, ms since 1970; 0 where nobody has seen it so. */
  asOf: z.number(),
  bytes: z.number().int(),
  /** Why when it was complete, or how large it is, could not be read: then that is not known, and 0 here. */
  failure: Failure.nullable(),
});
export type PoolCopyInfo = Readonly<z.infer<typeof PoolCopyInfo>>;

/** When a copy was complete last; a failure where nobody can tell: of one whose size alone could not be read it is known. */
export const copiedAt = ({ asOf, failure }: PoolCopyInfo): Result<number> =>
  failure === null || asOf > 0 ? success(asOf) : { ok: false, error: failure };

/** What is known here of a platform's copies. */
export const PoolsLook = z.object({
  /** Where the last run over them stands; null where there was none. */
  run: PoolCopyRun.nullable(),
  /** Why that could not be read; null where it was, and where there was none. */
  unread: Failure.nullable(),
  copies: z.array(PoolCopyInfo).readonly(),
});
export type PoolsLook = Readonly<z.infer<typeof PoolsLook>>;
