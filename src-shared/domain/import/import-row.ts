import { z } from 'zod';
import type { IntentDraft } from '../intent';
import { JsonValue } from '../json';

export const importOutcomes = ['same', 'changed', 'new', 'removed', 'refused'] as const;
export const ImportOutcome = z.enum(importOutcomes);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** A value that a line changes, by the path of its field. */
export const ImportChange = z.object({ field: z.string(), from: JsonValue, to: JsonValue });
export type ImportChange = z.infer<typeof ImportChange>;

/** What a line of a file does. */
export const ImportRow = z.object({
  /** As an editor or a spreadsheet counts, from 1. */
  line: z.number().int(),
  /** Name of its sheet, where lines of several are read; else ''. */
  sheet: z.string(),
  /** The record, as lists of changes call it. */
  name: z.string(),
  /** Its id; '' for one that is new, and where none was found. */
  recordId: z.string(),
  outcome: ImportOutcome,
  /** Why it is refused, and what to do, in sentences; '' for all others. */
  why: z.string(),
  /** What of the line has no effect, and why. */
  notes: z.array(z.string()),
  diff: z.array(ImportChange),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** A line with what would be staged of it. */
export interface JudgedRow {
  readonly row: ImportRow;
  readonly drafts: readonly IntentDraft[];
}
