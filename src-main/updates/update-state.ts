import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LastUpdate, UpdateMode } from '@shared/contract/updates';
import { z } from 'zod';
import { isAbsence } from '../workspace/disk-failure';
import { writeFileAtomic } from '../workspace/write-file-atomic';

/** A version that was put in place and has not shown yet that it works. */
export const Trial = z.object({
  version: z.string(),
  from: z.string(),
  /** The installed file, and the one that was there before; null where the system's own packages see to that. */
  files: z.object({ installed: z.string(), former: z.string() }).nullable(),
  /** False from shortly before it is put in place until it is. */
  placed: z.boolean().default(true),
  /** Starts that did not come to a good end. */
  starts: z.number().int().min(0),
});
export type Trial = z.infer<typeof Trial>;

/** What is kept of updates on this machine, in `updates/state.json` of the profile: no tenant's data. */
export const UpdateState = z.object({
  mode: UpdateMode.default('tell'),
  /** What was chosen here could not be read: off, until somebody chooses again. */
  unread: z.boolean().default(false),
  /** Random; never sent. It decides when a staged roll-out reaches this machine. */
  machine: z.string().min(16),
  seen: z.object({ version: z.string(), files: z.string() }).nullable().default(null),
  trial: Trial.nullable().default(null),
  takenBack: z.string().nullable().default(null),
  last: LastUpdate.nullable().default(null),
});
export type UpdateState = z.infer<typeof UpdateState>;

export interface StateFile {
  readonly folder: string;
  get(): UpdateState;
  /** On disk once it resolves; throws as the file system does. */
  change(change: Partial<UpdateState>): Promise<void>;
}

/** Opens what is kept in this folder. A file that cannot be read turns updates off, the careful choice: with it went which versions were seen. */
export function openStateFile(folder: string): StateFile {
  const file = join(folder, 'state.json');
  let state = readState(file);
  let writing: Promise<void> = Promise.resolve();
  return {
    folder,
    get: () => state,
    // Asynchronous, so that a folder that cannot be made is told like a file that cannot be written.
    change: async (change) => {
      if (Object.keys(change).length === 0) return writing;
      state = { ...state, ...change };
      const next = JSON.stringify(state);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writing = writing.catch(() => undefined).then(() => writeFileAtomic(file, next));
      return writing;
    },
  };
}

function readState(file: string): UpdateState {
  const machine = randomBytes(16).toString('hex');
  try {
    return UpdateState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return UpdateState.parse(isAbsence(error) ? { machine } : { machine, mode: 'off', unread: true });
  }
}
