import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { ExportReport, ExportRequest } from './export';
import { BackupReport } from './maintenance';
import { SnapshotFacts, SnapshotReport } from './snapshot';
import { ChosenBackup, WorkspaceInfo } from './workspace-info';

/** Files that the system's dialogs ask for: written, or read. */
export const fileCalls = {
  /** Asks where to save a text, and writes it there. `path` is null when the admin thought better of it. */
  saveText: {
    input: z.object({
      /** Suggested; a bare name. */
      fileName: z.string().regex(/^[^/\\\0]{1,150}$/),
      text: z.string().max(100_000_000),
    }),
    output: z.object({ path: z.string().nullable() }),
  },
  /** Asks where to save a document as PDF, and prints it there: HTML without script and network. `path` as of `saveText`. */
  savePdf: {
    input: z.object({
      fileName: z.string().regex(/^[^/\\\0]{1,150}$/),
      html: z.string().max(100_000_000),
    }),
    output: z.object({ path: z.string().nullable() }),
  },
  /**
   * Asks where to save a backup of the open workspace, and makes it there; `report` is null when the admin thought
   * better of it. The workspace's own passphrase opens it later, or this one where it has none.
   */
  backUp: {
    input: z.object({ passphrase: z.string().max(1_000).optional() }),
    output: z.object({ report: BackupReport.nullable() }),
  },
  /** Asks where to save a snapshot of the open workspace, and makes it there, under a passphrase of its own; `report` is null likewise. */
  makeSnapshot: {
    input: SnapshotFacts.pick({ expiresAt: true, organization: true }).extend({
      passphrase: z.string().max(1_000),
    }),
    output: z.object({ report: SnapshotReport.nullable() }),
  },
  /** Asks where to save rows of a table of the open workspace, and has its engine write them there; `saved` is null when nowhere. */
  exportTable: {
    input: z.object({ request: ExportRequest, /** What the file is called. */ name: z.string().max(100) }),
    output: z.object({ saved: ExportReport.extend({ path: z.string() }).nullable() }),
  },
  /** Asks for a backup; null when none was chosen. With `instead` it may be one of that workspace, which is on this machine and damaged. */
  chooseBackup: {
    input: z.object({ instead: WorkspaceId.optional() }),
    output: z.object({ backup: ChosenBackup.nullable() }),
  },
  /** Makes the backup chosen last a workspace of this machine, and opens it; a damaged one that it replaces is kept in a folder of its own. */
  restoreBackup: { input: z.object({ passphrase: z.string().max(1_000) }), output: WorkspaceInfo },
} as const;
