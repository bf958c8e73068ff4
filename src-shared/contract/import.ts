import { z } from 'zod';
import { EntityName } from '../domain/entity';
import { ChangeSetId } from '../domain/ids';
import { ImportOutcome, ImportRow } from '../domain/import/import-row';

const FileId = z.string().min(1).max(64);
const PreviewId = z.string().min(1).max(64);

const nothing = z.object({});

/** A file that was opened: what its columns are called, and what stands in them. */
export const OpenedImport = z.object({
  /** SHA-256 of its bytes, hex: it stands for the file until it is closed. */
  file: z.string(),
  format: z.enum(['csv', 'xlsx', 'jsonl']),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  notes: z.array(z.string()),
});
export type OpenedImport = z.infer<typeof OpenedImport>;

export const ImportSummary = z.object({
  same: z.number().int(),
  changed: z.number().int(),
  new: z.number().int(),
  removed: z.number().int(),
  refused: z.number().int(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** What a file would do, line by line (`importRows`). */
export const ImportPreview = z.object({
  preview: z.string(),
  /** Each column with the path of its field; null where it is left out. */
  columns: z.array(z.object({ name: z.string(), path: z.string().nullable() })),
  summary: ImportSummary,
  /** Changes that would be staged. */
  changes: z.number().int(),
  /** Calls that reconciling comes to, and how long they take at the service's limits: `limit` is the narrowest one, '' for none. */
  calls: z.number().int(),
  time: z.object({ ms: z.number(), limit: z.string() }),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** How far the file is that is being read. `lines`: about so many there are, 0 while that is not known. */
export const ImportProgress = z
  .object({
    /** `reading`: the file is taken apart; `judging`: line by line; `trying`: all changes together, by the rules of staging. */
    phase: z.enum(['reading', 'judging', 'trying']),
    done: z.number().int(),
    lines: z.number().int(),
  })
  .nullable();
export type ImportProgress = z.infer<typeof ImportProgress>;

/** What became of the changes of a file. */
export const StagedImport = z.object({
  staged: z.number().int(),
  /** Changes that were not taken, as of what was staged in between. */
  left: z.number().int(),
  /** Why the first of these was not; '' for none. */
  why: z.string(),
  /** What undo takes back; '' where nothing was staged. */
  undoGroup: z.string(),
});
export type StagedImport = z.infer<typeof StagedImport>;

const Options = z.object({
  file: FileId,
  entity: EntityName,
  /** Paths of fields by the names of columns, null for one that is left out; columns that are not named are guessed. */
  columns: z.record(z.string(), z.string().nullable()).default({}),
  /** The same value in every line, by the path of its field: `banned` true for a list of leavers. */
  always: z.record(z.string(), z.string()).default({}),
  /** An empty cell takes the value out, and does not leave it as it is. */
  emptyClears: z.boolean().default(false),
  /** A line that names no record is refused, and makes none. */
  onlyExisting: z.boolean().default(false),
});
export type ImportOptions = z.output<typeof Options>;

/** The operations on files that come in: opened once, looked at as often as one likes, staged as they were seen. */
export const importOperations = {
  /** Reads the head of a file. Expected failure: `invalid-input` (no UTF-8, two columns of one name, too large …). */
  openImport: {
    kind: 'read',
    input: z.object({
      bytes: z.instanceof(Uint8Array),
      /** A name by which `closeImport` ends the reading of it; '' for none. */
      ticket: z.string().max(64).default(''),
      /** Names of the columns of a text whose first line is no head. */
      head: z.array(z.string().max(200)).max(200).optional(),
    }),
    output: OpenedImport,
  },
  /** What every line would do. A further preview of a file ends the one before. Expected failures: `invalid-input`, `not-found`. */
  previewImport: { kind: 'read', input: Options, output: ImportPreview },
  /** Lines of a preview in the order of the file, of one outcome or of all. */
  importRows: {
    kind: 'read',
    input: z.object({
      preview: PreviewId,
      outcome: ImportOutcome.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(ImportRow), total: z.number().int() }),
  },
  /** The refused lines as a CSV file, as they were, with their numbers and why. */
  refusedLines: {
    kind: 'read',
    input: z.object({ preview: PreviewId }),
    output: z.object({ text: z.string() }),
  },
  /**
   * Stages what a preview shows as one undo group: all lines but the refused ones. Expected failures: `not-found`; `stale-plan`, where a line
   * would do something else by now, or the file is another one: nothing is staged then. Changes that what was staged meanwhile stands in
   * the way of are `left`; where all of them are, the failure is that of the first.
   */
  stageImport: {
    kind: 'write',
    input: z.object({
      preview: PreviewId,
      /** SHA-256 of the file as it is now, where that is known. */
      file: FileId.optional(),
      changeSetId: ChangeSetId.optional(),
    }),
    output: StagedImport,
  },
  /** Forgets a file, by its id or its ticket, and ends what is being read of it: nothing of it is kept then. */
  closeImport: { kind: 'read', input: z.object({ file: FileId }), output: nothing },
} as const;
