import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonValue } from '../json';

/**
 * What the store knows of a record's state. `pending`: an open intent changes it; `conflict`, `refused`: an
 * open intent of it is in that state; `gone`: the service no longer has it, but open intents still name it.
 */
export const RecordState = z.enum(['synced', 'pending', 'conflict', 'refused', 'gone']);
export type RecordState = z.infer<typeof RecordState>;

/** What open intents do to the row, so that a table can mark it without looking the intents up. */
export const StagedMark = z.object({
  verb: z.enum(['create', 'update', 'delete']),
  /** Field paths that open intents change, e.g. `role`, `branding.primaryColor`. */
  fields: z.array(z.string()),
});
export type StagedMark = z.infer<typeof StagedMark>;

/**
 * The envelope around the visible fields of every stored record.
 * Law 1: the visible fields are `project(server row, open intents)`; `server` keeps the last server values of the
 * fields that open intents touch (by field path), so the server row can always be rebuilt.
 */
export const envelope = {
  id: RecordId,
  state: RecordState,
  staged: StagedMark.nullable(),
  server: z.record(z.string(), JsonValue),
  sync: z.object({
    /** Hash of the server row; '' for a record the service does not know yet. */
    hash: z.string(),
    /** Number of the sweep that last saw the record. */
    sweep: z.number().int(),
    /** When the server row was fetched, ms since 1970. */
    fetchedAt: z.number(),
  }),
} as const;

export type Envelope = z.infer<z.ZodObject<typeof envelope>>;
