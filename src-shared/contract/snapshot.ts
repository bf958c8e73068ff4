import { z } from 'zod';

/** What a read-only copy of a workspace says of itself, sealed with its key. Times in ms since 1970. */
export const SnapshotFacts = z.object({
  madeAt: z.number(),
  /** From then on it does not open; 0 for never. */
  expiresAt: z.number(),
  /** The one organization that is in it; null for the whole workspace. */
  organization: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Whether the workspace copied what a Platform token opens. */
  withToken: z.boolean(),
});
export type SnapshotFacts = Readonly<z.infer<typeof SnapshotFacts>>;

/** What a copy is made as. `label`: what it takes to open it, kept as it is; `organizationId` narrows it to one. */
export const SnapshotOrder = z.object({
  /** Of the copy alone: 32 bytes, hex. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  label: z.string(),
  organizationId: z.string().optional(),
});
export type SnapshotOrder = Readonly<z.infer<typeof SnapshotOrder>>;

/** One encrypted file, read again after it was written. */
export const SnapshotReport = z.object({
  path: z.string(),
  bytes: z.number().int(),
  /** How many records are in it, and how many entries of their history. */
  records: z.number().int(),
  history: z.number().int(),
});
export type SnapshotReport = Readonly<z.infer<typeof SnapshotReport>>;
