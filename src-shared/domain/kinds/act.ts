import type { JsonObject, JsonValue } from '../json';
import type { Field } from './field';

/** Something that is done to a record and is no value of it: signing somebody out, verifying an address. */
export interface Act {
  /** As a button says it: `Sign out everywhere`. */
  readonly label: string;
  /** What it does once it is reconciled, one sentence. */
  readonly says: string;
  /** What it takes, by name. All of it must be given. */
  readonly values?: Readonly<Record<string, Field>>;
  /** The values as the service holds them, where that is another spelling than the one typed. */
  readonly spelt?: (values: JsonObject) => JsonObject;
  /** What its answer shows, and nothing ever again: `Client secret`. It is kept nowhere. */
  readonly once?: string;
  /** What it replaces works on for so long, ms; `endBy` ends that sooner, and replaces what came in its place as well. */
  readonly outlives?: { readonly ms: (values: JsonObject) => number; readonly endBy: EndBy };
  /** Fields that the service sets along with it, to what only it knows. */
  readonly also?: readonly string[];
  /**
   * What the record shows once it was done, by field: that it was done is told by it, also where the answer was lost. Nothing where no
   * field tells; such an act must be safe to repeat.
   */
  readonly shows: (record: JsonObject, values: JsonObject) => JsonObject;
  /** Set for a part of making the record: as long as that is not made, it is taken back with it. */
  readonly ofMaking?: true;
  /** Values of fields that it is told by, path by path, where its own values do not read. */
  readonly sets?: (values: JsonObject) => Readonly<Record<string, JsonValue>>;
  /** Set where the record is gone once it was done: that it is tells that it was. */
  readonly ends?: true;
  /**
   * Of an act that ends its record: which of its values says what takes its place. Those that named the record (`of`, in `by`, what it has in
   * `at`) name that since.
   */
  readonly heir?: { readonly given: string; readonly of: string; readonly by: string; readonly at: string };
  /** Whether the record shows that it was done, where less than all of `shows` says so. `base`: what it showed before, as far as that is known; null: nothing tells. */
  readonly done?: (record: JsonObject, values: JsonObject, base: JsonObject) => boolean | null;
  /** The value that names the record which it copies from: that one must be there until it is done. */
  readonly copies?: string;
  /** Set where nothing can be made of the record any more once it was done: a creation that stands on it by its values (`standsOn`) must be withdrawn before. */
  readonly closes?: true;
  /** Set where of all records with the same value in `of` one only shows this: another one that did shows `left` once it was done. */
  readonly sole?: { readonly of: string; readonly left: JsonObject };
  /** Acts that are not needed once this one is done: those that are staged only make room for it. */
  readonly replaces?: readonly string[];
  /** The field (`single`, `heldIn`) of which the record has one value more once it was done, or one less: the one of its own values by that name. */
  readonly gains?: string;
  readonly loses?: string;
  /** Why it cannot be done to this record, as a sentence; null when it can. */
  readonly fault?: (record: JsonObject, values: JsonObject) => string | null;
  /** The act that takes it back, given its values and what the record showed before; or why none does. */
  readonly undo: (values: JsonObject, base: JsonObject) => Perform | string;
}

type EndBy = Pick<Perform, 'operation' | 'values'>;

export interface Perform {
  readonly operation: string;
  readonly values: JsonObject;
  /** What stays of the act all the same, a sentence. */
  readonly caveat?: string;
}
