import { z } from 'zod';
import { Failure } from './failure';

/** What a check of database and journal found. */
export const IntegrityReport = z.object({
  /** `journal-behind`: the database is sound; the journal beside it lacked some of its open intents, or had bad lines. */
  verdict: z.enum(['sound', 'journal-behind', 'damaged']),
  /** The file in the database's place is plain SQLite or no database at all, and so none of this workspace: no page of it was read. */
  plain: z.boolean(),
  pages: z.number().int(),
  /** Numbers, from 1, of pages that fail their seal. */
  damagedPages: z.array(z.number().int()),
  /** What SQLite finds wrong with tables and indexes. */
  structure: z.array(z.string()),
  /** Acknowledged commits that the database lacks. */
  lostCommits: z.number().int(),
  /** Records by collection, deleted ones included; `lost` is null where nothing is left to tell how many there were. */
  collections: z.array(
    z.object({ name: z.string(), readable: z.number().int(), lost: z.number().int().nullable() }),
  ),
  journal: z.object({ openIntents: z.number().int(), unreadableLines: z.number().int() }),
});
export type IntegrityReport = Readonly<z.infer<typeof IntegrityReport>>;

/** What was put into a new database out of a damaged one. */
export const Salvaged = z.object({
  /** Where the damaged file lies now. */
  aside: z.string(),
  /** Open intents in the new database. */
  openIntents: z.number().int(),
  historyEntries: z.number().int(),
  /** Journal lines that could not be read; beside a damaged database, only these can have held lost edits. */
  unreadableLines: z.number().int(),
});
export type Salvaged = Readonly<z.infer<typeof Salvaged>>;

/** One encrypted file, read again after it was written. */
export const BackupReport = z.object({
  path: z.string(),
  bytes: z.number().int(),
  pages: z.number().int(),
  openIntents: z.number().int(),
});
export type BackupReport = Readonly<z.infer<typeof BackupReport>>;

/** How far a check or a backup is; null when none runs. */
export const MaintenanceProgress = z
  .object({ work: z.enum(['check', 'backup']), fraction: z.number().min(0).max(1) })
  .nullable();
export type MaintenanceProgress = Readonly<z.infer<typeof MaintenanceProgress>>;

/** How the service answers this workspace, asked just now. */
export const ServiceReport = z.object({
  /** Why it does not, or not for this key or this instance; null where all is well. */
  failure: Failure.nullable(),
  /** This machine's clock before (-) or behind (+) the service's, ms; null where the service tells no time. */
  clockOffMs: z.number().nullable(),
  /** Which version of itself it tells; '' where it tells none. */
  version: z.string(),
  /** Requests in any 10 s that are kept to. */
  requestsPer10s: z.number().int(),
  /** Those of them that may go at once; what others send with the same key is not known here. */
  requestsLeft: z.number().int(),
});
export type ServiceReport = Readonly<z.infer<typeof ServiceReport>>;

/** So far may clocks differ before times on screen mislead, ms. */
export const mostClockOffMs = 120_000;

/** Operations that look after the file. A backup is asked of the shell: a page names no paths. */
export const maintenanceOperations = {
  checkService: { kind: 'read', input: z.object({}), output: ServiceReport },
  checkIntegrity: { kind: 'write', inSnapshots: true, input: z.object({}), output: IntegrityReport },
} as const;
