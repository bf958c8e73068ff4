import { z } from 'zod';
import { Failure } from './failure';

/** `off`: nobody is asked. `tell`: a newer version is told. `ready`: it is fetched and verified as well, so that it only has to be put in place. */
export const UpdateMode = z.enum(['off', 'tell', 'ready']);
export type UpdateMode = z.infer<typeof UpdateMode>;

/** A newer version, as its signed feed tells it. */
export const OfferedUpdate = z.object({
  version: z.string(),
  /** Plain text; empty where nothing is said. */
  notes: z.string(),
  /** ISO 8601. */
  releasedAt: z.string(),
  /** Of what would be fetched; null where this installation cannot put a version in place. */
  bytes: z.number().nullable(),
});
export type OfferedUpdate = z.infer<typeof OfferedUpdate>;

/** Where the look for a newer version stands. */
export const UpdatePhase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unasked') }),
  z.object({ kind: z.literal('asking') }),
  z.object({ kind: z.literal('current') }),
  /** It is for some machines yet, and not for this one. */
  z.object({ kind: z.literal('later'), version: z.string() }),
  /** It did not start here, and was taken back. */
  z.object({ kind: z.literal('takenBack'), version: z.string() }),
  z.object({ kind: z.literal('newer'), offer: OfferedUpdate }),
  z.object({ kind: z.literal('fetching'), offer: OfferedUpdate, fraction: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('ready'), offer: OfferedUpdate }),
  z.object({ kind: z.literal('failed'), failure: Failure, offer: OfferedUpdate.nullable() }),
]);
export type UpdatePhase = z.infer<typeof UpdatePhase>;

/** What the last change of version came to: told once it is known. */
export const LastUpdate = z.object({
  kind: z.enum(['updated', 'takenBack']),
  version: z.string(),
  from: z.string(),
});
export type LastUpdate = z.infer<typeof LastUpdate>;

export const UpdatesView = z.object({
  mode: UpdateMode,
  /** Why the mode cannot be changed here; null where it can. */
  fixedBy: z.string().nullable(),
  /** What was chosen before could not be read. */
  unread: z.boolean(),
  phase: UpdatePhase,
  /** Ms since 1970 of the last answer; 0 before. */
  askedAt: z.number(),
  last: LastUpdate.nullable(),
});
export type UpdatesView = z.infer<typeof UpdatesView>;

const nothing = z.object({});

export const updateCalls = {
  updates: { input: nothing, output: UpdatesView },
  setUpdates: { input: z.object({ mode: UpdateMode }), output: UpdatesView },
  /** Asks the update server; `itself` asks at most every few hours, and not where updates are off. */
  checkUpdates: { input: z.object({ by: z.enum(['admin', 'itself']) }), output: UpdatesView },
  /** Fetches and verifies what was told. */
  fetchUpdate: { input: nothing, output: UpdatesView },
  /** Puts what is ready in place, and starts it. Refused while something runs that must not be cut. */
  installUpdate: { input: nothing, output: nothing },
  /** The admin has read what became of the last one. */
  closeLastUpdate: { input: nothing, output: UpdatesView },
} as const;
