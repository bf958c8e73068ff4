import { z } from 'zod';
import { EntityName } from '../entity';
import { IntentDraft } from '../intent';
import { JsonValue } from '../json';
import { Severity } from '../severity';

/** A value that was seen. `time`: it is a moment in ms since 1970, 0 for never. */
export const Evidence = z.object({ label: z.string(), value: JsonValue, time: z.boolean().default(false) });
export type Evidence = z.infer<typeof Evidence>;

/** A record of which a check cannot tell, by name. */
export const BlindSpot = z.object({ recordId: z.string(), name: z.string() });
export type BlindSpot = z.infer<typeof BlindSpot>;

/** One record that a check hits, as the service held it when it was read. */
export const Hit = z.object({
  entity: EntityName,
  recordId: z.string(),
  /** Organization that it belongs to, '' for none. */
  organizationId: z.string(),
  name: z.string(),
  evidence: z.array(Evidence).readonly(),
  /** ms */
  readAt: z.number(),
  /** Something of it is staged and not reconciled yet. */
  staged: z.boolean(),
  /** What would mend it; null where no change from here does. */
  fix: IntentDraft.shape.action.nullable(),
});
export type Hit = z.infer<typeof Hit>;

/** What a check says of itself, in words for people. */
export const CheckWords = z.object({
  id: z.string(),
  severity: Severity,
  title: z.string(),
  /** Why it matters. */
  why: z.string(),
  /** What people notice: of the fault, or of mending it. */
  effect: z.string(),
  entity: EntityName,
  /** What its fix is called on a button; '' where there is none. */
  fix: z.string(),
  /** Set where what the fix does cannot be taken back once it is reconciled. */
  lasting: z.boolean(),
  /** Made by an admin out of a filter. */
  own: z.boolean(),
});
export type CheckWords = z.infer<typeof CheckWords>;
