import { t } from '../../language/t';
import type { RecordId } from '../ids';
import type { Intent, IntentAction } from '../intent';
import type { JsonObject, JsonValue } from '../json';
import type { Verdict } from '../plan/plan-step';
import type { RemoteRecord, StoredRecord } from '../records/record-map';
import type { Batch } from './batch';
import type { PlanFacts, SeatChange } from './plan-facts';
import type { StagingWorld } from './staging-world';
import type { Undo } from './undo';
import type { Rejection, SeatEffect, Validation } from './validation';

/** What the fresh read says of an intent. `theirs`: the service's value of what the intent changes. */
export interface Classification {
  readonly verdict: Exclude<Verdict, 'blocked'>;
  readonly theirs: JsonValue;
  /** One sentence; '' for `clean`. */
  readonly reason: string;
}

/** What only one entity knows; everything else follows from its model. All of it is pure. */
export interface Rules {
  /** Whether a record can be created with these values, which are of the right kinds. Left out where the service creates none. */
  readonly create?: (batch: Batch, recordId: RecordId, values: JsonObject) => Validation;
  readonly mark?: Mark;
  /** Flags that only somebody who is there can have: a file that sets one of a person whom nobody knows has misspelt the name. */
  readonly neverMadeWith?: readonly string[];
  /** Why a field (`path`) of a record cannot be changed to a value, or the record not be deleted (no path); null when it can. */
  readonly guard?: (
    world: StagingWorld,
    record: StoredRecord,
    path?: string,
    value?: JsonValue,
  ) => Validation | null;
  /** The same where the record itself is all that says so: the plan looks at it again as it will be then, and sends what makes it possible first. */
  readonly against?: (record: RemoteRecord, path: string, value: JsonValue) => Rejection | null;
  /** Why an act cannot be done as things stand around the record, or null; what the record itself says is the act's (`Act.fault`). */
  readonly performs?: (
    world: StagingWorld,
    record: StoredRecord,
    operation: string,
    values: JsonObject,
  ) => Validation | null;
  /** Left out where nothing can be deleted. */
  readonly remove?: Removal;
  /** What is known, before it is sent, of how the service will answer a creation. */
  readonly foreseen?: (facts: PlanFacts, intent: Intent, values: JsonObject) => Classification;
  /** What is to be said of a step although it goes, as a sentence; '' for nothing. */
  readonly noted?: (facts: PlanFacts, intent: Intent) => string;
  /** When a step goes (`order-steps.ts` has the table). */
  readonly phase: (facts: PlanFacts, intent: Intent) => number;
  /** What a step does to members, seats and admins of its organization, or of several. */
  readonly seats?: (facts: PlanFacts, intent: Intent) => SeatChange | readonly SeatChange[] | null;
  /** What somebody else made that is like it fulfils the wish: the same person or address, in the same role. */
  readonly shared?: true;
  /** Whether a record shows what a creation only said (`said` of its model), where another field of it tells. */
  readonly shows?: (values: JsonObject, record: object) => boolean;
  /** Whether no two records can bear the same marks, so that one found after a lost answer is ours or a stranger's. */
  readonly unique: (values: JsonObject) => boolean;
  /** The way back from a deletion, given the record as it was. */
  readonly undoDeletion: (base: JsonObject) => Undo;
  /** What a creation leaves behind although it is deleted again, as a sentence; '' for nothing. */
  readonly lasting: string;
  /** Edits that may be sent without anybody looking. */
  readonly lowRisk?: (action: Extract<IntentAction, { verb: 'update' }>) => boolean;
}

/** What the records of a list are told apart by: a field that no two of those which `takes` says share. */
export interface Mark {
  readonly field: string;
  readonly takes: (record: StoredRecord) => boolean;
  /** As a record would hold what was typed. */
  readonly spelt: (typed: string) => string;
  /** What is wrong with one, as a sentence; null when nothing is. */
  readonly fault: (value: string) => string | null;
}

export interface Removal {
  /** Why this one cannot be deleted, or null. */
  readonly refuse?: (record: StoredRecord) => Validation | null;
  readonly effect?: (world: StagingWorld, record: StoredRecord) => SeatEffect | null;
}

/** For what can be neither created nor deleted here. `phase`: see `order-steps.ts`. */
export const readOnly = (phase: number, late = phase): Rules => ({
  phase: (_, { action }) => (action.verb === 'delete' ? late : phase),
  unique: () => true,
  undoDeletion: () => ({ kind: 'impossible', reason: t('What was deleted does not come back as it was.') }),
  lasting: '',
});
