import { z } from 'zod';
import { EntityName } from './entity';
import { RecordId } from './ids';
import { JsonValue } from './json';

/** One observed change of one record: append-only, and chained by hash so that a removed entry shows. */
export const HistoryEntry = z.object({
  id: z.string(),
  /** 1, 2, 3 … in the order of observation. */
  seq: z.number().int(),
  /** When Tenantry observed it, ms. */
  at: z.number(),
  entity: EntityName,
  recordId: RecordId,
  organizationId: z.string(),
  label: z.string(),
  /** `remote`: seen on the service; `local`: applied from here. */
  source: z.enum(['remote', 'local']),
  change: z.enum(['created', 'updated', 'deleted']),
  fields: z.array(z.object({ field: z.string(), before: JsonValue, after: JsonValue })),
  intentId: z.string(),
  requestId: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
