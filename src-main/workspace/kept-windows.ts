import { z } from 'zod';
import { type SealedFile, sealedFile } from './sealed-file';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';

export const WindowBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
export type WindowBounds = Readonly<z.infer<typeof WindowBounds>>;

/** What a window shows: `hash`, as `location.hash` has it, names records and what was searched for; `scope` the organization that it is narrowed to, '' for none. */
const WindowPlace = z.object({ hash: z.string(), scope: z.string().default('') });
export type WindowPlace = Readonly<z.output<typeof WindowPlace>>;

/** A window as it was left. */
const KeptWindow = WindowBounds.extend(WindowPlace.shape);
export type KeptWindow = Readonly<z.output<typeof KeptWindow>>;

/** The windows that a workspace had, the one in front last: kept sealed beside it. */
export type WindowsKeeper = SealedFile<readonly KeptWindow[]>;

/** @param databaseKey 32 bytes in hex */
export const createWindowsKeeper = (
  workspace: Pick<Workspace, 'directory' | 'info'>,
  databaseKey: string,
): WindowsKeeper =>
  sealedFile(workspace, databaseKey, {
    file: workspacePaths(workspace.directory).windows,
    purpose: 'tenantry windows',
    schema: z.array(KeptWindow).readonly(),
  });
