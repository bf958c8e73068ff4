import { z } from 'zod';
import { Capabilities } from '../domain/capabilities';
import { EntityName } from '../domain/entity';
import { IntentState } from '../domain/intent';
import { LeftBetween } from '../domain/reconcile/left-between';
import { Scenario } from '../domain/scenario';
import { Failure } from './failure';

/** How fresh the copy is. `asOf` is the end of the last complete sweep, 0 when there was none. Times in ms since 1970. */
export const Freshness = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never'), asOf: z.number() }),
  z.object({ kind: z.literal('syncing'), asOf: z.number(), fraction: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('synced'), asOf: z.number() }),
  z.object({ kind: z.literal('paused'), asOf: z.number(), fraction: z.number().min(0).max(1) }),
  /** `by`: `network` when the service cannot be reached, `choice` when the admin works offline on purpose. */
  z.object({
    kind: z.literal('offline'),
    asOf: z.number(),
    since: z.number(),
    by: z.enum(['network', 'choice']),
    /** Why, where that can be told: a name that nobody knows, a certificate, a redirect, a proxy, a firewall. */
    failure: Failure.optional(),
  }),
  z.object({ kind: z.literal('key-refused'), asOf: z.number(), since: z.number() }),
  z.object({ kind: z.literal('failed'), asOf: z.number(), since: z.number(), failure: Failure }),
]);
export type Freshness = z.infer<typeof Freshness>;

/** Where the walk over one collection of the service stands. */
export const CollectionProgress = z.object({
  entity: EntityName,
  phase: z.enum(['waiting', 'pulling', 'confirming', 'done', 'failed']),
  done: z.number().int(),
  /** As the service says; 0 while unknown. */
  total: z.number().int(),
  /** Records per second, over the last seconds. */
  rate: z.number(),
  /** Null while unknown. */
  secondsLeft: z.number().nullable(),
  /** Time taken by the last finished walk, ms; 0 when none. */
  tookMs: z.number(),
  completedAt: z.number(),
  changed: z.number().int(),
  deleted: z.number().int(),
  failure: Failure.nullable(),
  /** Records that are listed and cannot be read, the first 20: what was stored of them stays. */
  unread: z.array(z.object({ id: z.string(), path: z.string(), why: z.string() })).readonly(),
  unreadCount: z.number().int(),
  /** Records that the service shows beyond those that it counts, as two passes over its list saw: they are copied too. */
  uncounted: z.number().int(),
});
export type CollectionProgress = z.infer<typeof CollectionProgress>;

/** Where a reconcile run stands; null when none runs. */
export const PushProgress = z.object({
  done: z.number().int(),
  total: z.number().int(),
  /** What is being sent right now. */
  current: z.string(),
  paused: z.boolean(),
  /** When the service lets the run go on, ms since 1970; 0 while nothing waits. */
  waitingUntil: z.number(),
  /** Null for a run that sends all at once. */
  wave: z
    .object({
      /** The one under way, from 0. */
      at: z.number().int(),
      /** It is done, and the run waits at the border behind it until somebody lets it go on. */
      held: z.boolean(),
      waves: z.array(
        z.object({
          customers: z.number().int(),
          /** The first of them. */
          names: z.array(z.string()),
          steps: z.number().int(),
          done: z.number().int(),
        }),
      ),
    })
    .nullable(),
});
export type PushProgress = z.infer<typeof PushProgress>;

/** A key that was replaced from here, and works on until a time, ms since 1970. */
export const OldKey = z.object({
  entity: EntityName,
  recordId: z.string(),
  label: z.string(),
  /** `Secret keys`. */
  what: z.string(),
  until: z.number(),
});
export type OldKey = Readonly<z.infer<typeof OldKey>>;

/** Everything the frame of the window shows: the rail, the pill, the tray. */
export const EngineStatus = z.object({
  workspace: z.object({ id: z.string(), name: z.string(), scenario: Scenario, url: z.string() }),
  freshness: Freshness,
  collections: z.array(CollectionProgress),
  counts: z.record(z.string(), z.number()),
  /** What the service has, lets the key do and has switched on, as it told last. */
  capabilities: Capabilities,
  intents: z.record(IntentState, z.number()),
  undo: z.object({ can: z.boolean(), title: z.string() }),
  redo: z.object({ can: z.boolean(), title: z.string() }),
  push: PushProgress.nullable(),
  /** Told while no run is under way. */
  between: z.array(LeftBetween),
  /** As far as it was done from here. */
  oldKeys: z.array(OldKey),
  /** Whether clean steps of low risk are sent after each sweep. */
  autoReconcile: z.boolean(),
  /** Whether nothing is sent but what a colleague approved. */
  approvalRequired: z.boolean(),
  /** The last of the times below, ms; 0 when nothing is held. */
  throttledUntil: z.number(),
  /** Endpoints that the service asked to leave alone until a time (429), ms since 1970. */
  throttled: z.array(z.object({ endpoint: z.string(), until: z.number() })),
});
export type EngineStatus = z.infer<typeof EngineStatus>;
