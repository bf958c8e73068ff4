import { z } from 'zod';
import type { EntityName } from '../entity';
import type { RecordId } from '../ids';
import { JsonValue } from '../json';

/** A call as it would be sent, for whoever sends it otherwise. Its key is no part of it. */
export const WrittenCall = z.object({
  api: z.enum(['backend', 'platform', 'better-auth']),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  /** Below the address of the API, escaped: `/organizations/org_1`. */
  path: z.string(),
  /** Null without a body. */
  body: JsonValue.nullable(),
  /** Names of the parts that are files. */
  files: z.array(z.string()),
  /** `If-Match`; '' without. */
  ifMatch: z.string(),
});
export type WrittenCall = z.infer<typeof WrittenCall>;

/** What becomes of one change: its calls, and what they do not say. */
export interface WrittenChange {
  /** `Role of Dana: Member → Admin`. */
  readonly title: string;
  readonly calls: readonly WrittenCall[];
  readonly notes: readonly string[];
  /** The id that stands for the record which its last call makes, in calls of other changes; null where it makes none. */
  readonly makes: { readonly entity: EntityName; readonly id: RecordId } | null;
  /** Such ids of other records in its calls. */
  readonly needs: readonly RecordId[];
}
