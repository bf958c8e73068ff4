import { z } from 'zod';
import { EntityName } from '../domain/entity';
import { HistoryEntry } from '../domain/history-entry';
import { RecordId } from '../domain/ids';
import { JsonObject, JsonValue } from '../domain/json';
import { Page, PageQuery } from './page';

/** Since when the copy is complete, ms; 0 when it never was. Earlier moments cannot be shown. */
export const HistoryRange = z.object({ from: z.number(), to: z.number() });

/** A person or an organization with all that belongs to them: memberships, invitations, the roles held. */
export const HistoryAbout = z.object({ entity: z.enum(['user', 'organization']), id: RecordId });
export type HistoryAbout = z.infer<typeof HistoryAbout>;

/** Which entries are meant, and which page of them, newest first. */
export const HistoryQuery = z.object({
  entity: EntityName.optional(),
  recordId: RecordId.optional(),
  organizationId: z.string().optional(),
  about: HistoryAbout.optional(),
  source: HistoryEntry.shape.source.optional(),
  /** Part of what the record was called; '' for any. */
  text: z.string().max(200).default(''),
  /** Only what was seen from then on, and until then, ms. */
  from: z.number().optional(),
  to: z.number().optional(),
  limit: z.number().int().min(1).max(500).default(100),
  /** Only entries with a smaller seq. */
  beforeSeq: z.number().int().optional(),
  /** Only these. */
  seqs: z.array(z.number().int()).max(500).optional(),
  /** Of one gesture or change set only the newest 50 entries are told, the others by their seq alone. */
  fold: z.boolean().default(false),
});

/** What a change from here was part of: one gesture, or one named change set, as one run sent it. */
const EntryPart = z.object({
  /** The same for all of it. */
  key: z.string(),
  /** Of the change set; '' for the usual one, where a gesture stands for itself. */
  set: z.string(),
  ticket: z.string(),
  /** Id of the run; '' where it was found done outside of one. */
  run: z.string(),
  /** The colleague who signed the change set; '' for whoever works here. */
  by: z.string(),
});

/** An entry, where it happened, and what it was part of. */
export const ToldEntry = HistoryEntry.extend({
  /** As it is called now; '' where it belongs to none, or to one that is gone. */
  organizationName: z.string(),
  /** Null for what was seen on the service. */
  part: EntryPart.nullable(),
});
export type ToldEntry = z.infer<typeof ToldEntry>;

/** A part of history, newest first: one call looks through so much of it and no more. */
export const HistoryPart = z.object({
  entries: z.array(ToldEntry),
  /** Seqs of what was folded away, newest first, by the key of the gesture or change set. */
  folded: z.record(z.string(), z.array(z.number().int())),
  /** Seq of the newest entry that was looked at; 0 where there was none. */
  newest: z.number().int(),
  /** `beforeSeq` of the next part; null where there are no older entries. */
  next: z.number().int().nullable(),
  /** Time (ms) of the oldest entry looked at, where the look ended before `limit` were found; null else. */
  lookedTo: z.number().nullable(),
});
export type HistoryPart = z.infer<typeof HistoryPart>;

/** A net change of one record between two moments. */
export const RecordChange = z.object({
  entity: EntityName,
  recordId: RecordId,
  organizationId: z.string(),
  label: z.string(),
  change: z.enum(['created', 'updated', 'deleted']),
  fields: z.array(z.object({ field: z.string(), before: JsonValue, after: JsonValue })),
  sources: z.array(z.enum(['remote', 'local'])),
  at: z.number(),
});

/** Somebody who was no admin of an organization at one moment and was one at the other. Roles are keys, '' for none. */
export const AdminChange = z.object({
  change: z.enum(['gained', 'lost']),
  membershipId: RecordId,
  organizationId: z.string(),
  organizationName: z.string(),
  userId: z.string(),
  userName: z.string(),
  roleBefore: z.string(),
  roleAfter: z.string(),
});
export type AdminChange = z.infer<typeof AdminChange>;

export const Comparison = z.object({
  from: z.number(),
  to: z.number(),
  /** Latest first; at most `limit`. */
  changes: z.array(RecordChange),
  /** All of them. */
  total: z.number().int(),
  admins: z.array(AdminChange),
  adminsTotal: z.number().int(),
});
export type Comparison = z.infer<typeof Comparison>;

/** What the check of the hash chain found: entries are named that were changed, or next to which some are missing. */
export const ChainReport = z.object({
  checked: z.number().int(),
  fault: z
    .object({
      kind: z.enum(['changed', 'missing']),
      seq: z.number().int(),
      at: z.number(),
      label: z.string(),
      /** One sentence. */
      message: z.string(),
    })
    .nullable(),
});
export type ChainReport = z.infer<typeof ChainReport>;

export const historyOperations = {
  historyRange: { kind: 'read', input: z.object({}), output: HistoryRange },
  /** A page of a table as the service held it at a moment (ms); staged edits are not in it, `extras` only names. */
  pageAsOf: { kind: 'read', input: z.object({ query: PageQuery, at: z.number() }), output: Page },
  /** One record as the service held it at a moment; null when it had none. */
  recordAsOf: {
    kind: 'read',
    input: z.object({ entity: EntityName, id: RecordId, at: z.number() }),
    output: z.object({ record: JsonObject.nullable() }),
  },
  /** What changed from one moment to a later one, and who gained or lost admin. */
  compare: {
    kind: 'read',
    input: z.object({
      from: z.number(),
      to: z.number(),
      entity: EntityName.optional(),
      organizationId: z.string().optional(),
      limit: z.number().int().min(1).max(2_000).default(500),
    }),
    output: Comparison,
  },
  /** Walks the whole chain of hashes. */
  verifyHistory: { kind: 'read', input: z.object({}), output: ChainReport },
} as const;
export type CompareQuery = z.output<typeof historyOperations.compare.input>;
