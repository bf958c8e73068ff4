import { resolve } from 'node:path';
import { writeNewFile } from '@main/workspace/named-file';
import { type Result, success } from '@shared/contract/failure';
import type { SavedEdits } from '@shared/contract/rescue';
import { exitCodes } from './exit-code';
import { writtenFile } from './option-values';
import { progressLine } from './progress-line';
import { report } from './report';
import type { AddCommand, Shared } from './shared-options';
import { withUnlocked } from './with-workspace';

/** Whether a workspace is whole, and what can be done with one whose database is damaged; nothing of it is done unasked. */
export function addSalvageCommands(command: AddCommand): void {
  command('check', 'whether database and journal are whole; changes nothing').action(
    async ({ dir, json = false }: Shared) =>
      report(
        await withUnlocked(dir, async ({ secrets }) => {
          const { inspectClosed } = await import('@main/engine/maintenance/closed-workspace');
          return inspectClosed(dir, secrets.databaseKey, progressLine('checking'));
        }),
        json,
        ({ verdict }) => (verdict === 'sound' ? exitCodes.done : exitCodes.damaged),
      ),
  );

  command('staged-edits', 'what is staged in a workspace, also a damaged one, as a file for stage')
    .argument('<file>', 'where it is written; it must not exist yet', writtenFile)
    .action(async (file: string, { dir, json = false }: Shared) =>
      report(await writeStaged(dir, resolve(file)), json),
    );

  command(
    'salvage',
    'a new database out of what can be read of a damaged one, which is kept beside it',
  ).action(async ({ dir, json = false }: Shared) =>
    report(
      await withUnlocked(dir, async ({ secrets }) => {
        const { salvageClosed } = await import('@main/engine/maintenance/closed-workspace');
        return salvageClosed(dir, secrets.databaseKey, Date.now());
      }),
      json,
    ),
  );
}

/** The drafts, readable by this user alone: passwords may be among what was typed. */
function writeStaged(directory: string, to: string): Promise<Result<SavedEdits & { readonly path: string }>> {
  return withUnlocked(directory, async ({ secrets }) => {
    const { draftsText, readStagedEdits } = await import('@main/engine/maintenance/staged-edits');
    const staged = await readStagedEdits(directory, secrets.databaseKey);
    if (!staged.ok) return staged;
    const { drafts, ...left } = staged.value;
    const written = await writeNewFile(to, draftsText(drafts));
    return written.ok ? success({ path: to, edits: drafts.length, ...left }) : written;
  });
}
