import { z } from 'zod';
import { ChangeSet } from '../domain/change-set';
import { ChangeSetId, IntentId } from '../domain/ids';
import { Intent } from '../domain/intent';
import { Failure } from './failure';
import { Withdrawn } from './undo';

/** A change set with how many of its intents stand where. */
export const ChangeSetSummary = ChangeSet.extend({
  /** Everything that still shapes rows: staged, sending, in conflict, refused or of unknown fate. */
  open: z.number().int(),
  conflicts: z.number().int(),
  refused: z.number().int(),
  applied: z.number().int(),
});
export type ChangeSetSummary = z.infer<typeof ChangeSetSummary>;

/** What became of taking an applied change set back: a new set of opposite edits, staged and not yet sent. */
export const InverseReport = z.object({
  /** Null when nothing could be staged. */
  changeSet: ChangeSet.nullable(),
  staged: z.array(Intent),
  rejected: z.array(z.object({ label: z.string(), failure: Failure })),
  /** Steps that cannot be taken back, or not wholly, and why. */
  notUndone: z.array(z.object({ intentId: IntentId, label: z.string(), reason: z.string() })),
});
export type InverseReport = z.infer<typeof InverseReport>;

const title = ChangeSet.shape.title;
const ticket = ChangeSet.shape.ticket;
const intentIds = z.array(IntentId).min(1).max(20_000);

export const changeSetOperations = {
  /** Newest first; the one that everybody starts with comes last. */
  changeSets: { kind: 'read', input: z.object({}), output: z.array(ChangeSetSummary) },
  /** With intents, they move into the new set: that splits a set. */
  createChangeSet: {
    kind: 'write',
    input: z.object({ title, ticket: ticket.default(''), intentIds: intentIds.optional() }),
    output: ChangeSet,
  },
  renameChangeSet: {
    kind: 'write',
    input: z.object({ id: ChangeSetId, title: title.optional(), ticket: ticket.optional() }),
    output: ChangeSet,
  },
  /** Moves open intents into a set. */
  assignIntents: {
    kind: 'write',
    input: z.object({ changeSetId: ChangeSetId, intentIds }),
    output: z.object({ moved: z.number().int() }),
  },
  /** Moves all open intents of one set into another; the emptied set is listed no more. */
  joinChangeSets: {
    kind: 'write',
    input: z.object({ from: ChangeSetId, into: ChangeSetId }),
    output: z.object({ moved: z.number().int() }),
  },
  /** Withdraws all open intents of a set as one undo group: undo brings them back. */
  withdrawChangeSet: {
    kind: 'write',
    input: z.object({ id: ChangeSetId }),
    output: Withdrawn,
  },
  /** Stages the opposite of everything of a set that was applied, as a set of its own. */
  stageInverse: { kind: 'write', input: z.object({ id: ChangeSetId }), output: InverseReport },
} as const;
