import { z } from 'zod';
import { EntityName } from './entity';
import { ChangeSetId, IntentId, RecordId } from './ids';
import { JsonObject, JsonValue } from './json';

/**
 * States of an intent; every move is journaled before its effect.
 *
 *     staged ─> sending ─> applied
 *        │         ├─────> refused   the service said no; its reason is kept
 *        │         └─────> unknown   time-out or crash after sending: looked up before anything is sent again
 *        ├─> conflict                the service changed the same field since
 *        ├─> withdrawn               by the admin
 *        └─> superseded              by a later intent on the same field
 */
export const IntentState = z.enum([
  'staged',
  'sending',
  'applied',
  'conflict',
  'refused',
  'unknown',
  'withdrawn',
  'superseded',
]);
export type IntentState = z.infer<typeof IntentState>;

/** States in which an intent still shapes the visible row. */
export const openStates = ['staged', 'sending', 'conflict', 'refused', 'unknown'] as const;

export function isOpen(intent: { readonly state: IntentState }): boolean {
  return (openStates as readonly IntentState[]).includes(intent.state);
}

/** What the admin asked for. `delete` of an invitation is its revocation. */
export const IntentAction = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('create'),
    /** Values of the new record; ids in it may be provisional ids of other creations. */
    values: JsonObject,
  }),
  z.object({
    verb: z.literal('update'),
    /** Field path, e.g. `role` or `branding.primaryColor`. */
    field: z.string(),
    /** The service's value that the admin saw while editing. */
    base: JsonValue,
    value: JsonValue,
  }),
  z.object({
    verb: z.literal('delete'),
    /** The service's values that the admin saw. */
    base: JsonObject,
  }),
  z.object({
    verb: z.literal('perform'),
    /** One of the entity's acts. */
    operation: z.string(),
    values: JsonObject,
    /** What the fields that it changes held on the service, by field. */
    base: JsonObject,
  }),
]);
export type IntentAction = z.infer<typeof IntentAction>;

/** An outcome as it is kept now: of the sendings whose answers were lost, versions before kept the first alone, as `since`. */
export function outcomeOfToday<T>(outcome: T): T {
  if (typeof outcome !== 'object' || outcome === null || !('since' in outcome)) return outcome;
  const { since, ...rest } = outcome;
  return { lost: [since], ...rest } as T;
}

/** How the service, or the lack of it, answered. */
const Outcome = z.object({
  code: z.string(),
  /** The service's own words where it gave any. */
  message: z.string(),
  /** HTTP status; 0 when there was no answer. */
  status: z.number().int(),
  /** The service's trace id, '' when unknown. */
  requestId: z.string(),
  at: z.number(),
  /** When attempts were sent before this one whose answers were lost, by the service's clock; left out where none was. */
  lost: z.array(z.number()).optional(),
});
export const IntentOutcome = z.preprocess(outcomeOfToday, Outcome);
export type IntentOutcome = z.infer<typeof IntentOutcome>;

export const Intent = z.object({
  id: IntentId,
  /** Order of staging, 1, 2, 3 …, unique in a workspace. */
  seq: z.number().int(),
  stagedAt: z.number(),
  changeSetId: ChangeSetId,
  /** Its undo group (a bulk edit of 40 members, say), which undo takes back as a whole; `gesture` is the name that files keep. */
  gesture: z.string(),
  entity: EntityName,
  recordId: RecordId,
  /** What the target was called when staged: `Acme Robotics`, `dana@acme.io in Acme Robotics`. */
  label: z.string(),
  /** Organization the target belongs to, or '': for scoping. */
  organizationId: z.string(),
  action: IntentAction,
  /** Derived values that the visible row shows beside the edit: `roleName` for a role, names of what a creation refers to. */
  shows: JsonObject.optional(),
  /** `updatedAt` of the server row that the admin saw: a later one means that something else of the record changed. */
  seenUpdatedAt: z.number().optional(),
  state: IntentState,
  attempts: z.number().int(),
  /** Not before this time, ms; 0 when at once. */
  nextAttemptAt: z.number(),
  /** The value found on the service when it collided; null when it did not. */
  theirs: z.object({ value: JsonValue, seenAt: z.number() }).nullable(),
  outcome: IntentOutcome.nullable(),
  /** When it reached applied, withdrawn or superseded; 0 while open. */
  closedAt: z.number(),
});
export type Intent = z.infer<typeof Intent>;

/** How every intent begins. */
export const asStaged = {
  state: 'staged',
  attempts: 0,
  nextAttemptAt: 0,
  theirs: null,
  outcome: null,
  closedAt: 0,
} as const satisfies Partial<Intent>;

/** An intent as a screen or a file asks for it, strict at every depth: a misspelt `base` must not make a conflict clean. A missing `base` is filled with the service's value at hand. */
export const IntentDraft = z.strictObject({
  entity: EntityName,
  /** Left out for a creation (a provisional id is made), or provisional to let other drafts refer to it. */
  recordId: RecordId.optional(),
  action: z.discriminatedUnion('verb', [
    z.strictObject({ verb: z.literal('create'), values: JsonObject }),
    z.strictObject({
      verb: z.literal('update'),
      field: z.string().min(1),
      value: JsonValue,
      base: JsonValue.optional(),
    }),
    z.strictObject({ verb: z.literal('delete') }),
    z.strictObject({
      verb: z.literal('perform'),
      operation: z.string().min(1),
      values: JsonObject.optional(),
    }),
  ]),
});
export type IntentDraft = z.infer<typeof IntentDraft>;
