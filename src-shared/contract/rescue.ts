import { z } from 'zod';
import { IntegrityReport, Salvaged } from './maintenance';

const nothing = z.object({});

/** Staged changes that were written to a file. */
export const SavedEdits = z.object({
  edits: z.number().int(),
  /** Changes that may have reached the service: staged again, they might be sent twice, so the file does not have them. */
  unsure: z.number().int(),
  /** Lines of the journal that could not be read: beside a damaged database, they can have held more. */
  unreadableLines: z.number().int(),
});
export type SavedEdits = Readonly<z.infer<typeof SavedEdits>>;

/** What can be asked of the open workspace when its engine says `database-damaged` or `not-encrypted`; nothing of it happens unasked. */
export const rescueCalls = {
  /** Reads every page and record of it; one that is found sound opens again. */
  lookAtDamage: { input: nothing, output: IntegrityReport },
  /** Asks where to save what is staged, and writes it there, as `stage` of the command line takes it; `saved` is null when nowhere. */
  saveStagedEdits: {
    input: nothing,
    output: z.object({ saved: SavedEdits.extend({ path: z.string() }).nullable() }),
  },
  /** Makes a new database of what can be read, keeps the damaged one beside it, and opens the new one. */
  salvage: { input: nothing, output: Salvaged },
} as const;
