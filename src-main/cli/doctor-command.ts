import { failed, fine, type Tell } from '@main/doctor/checks';
import { examineFiles } from '@main/doctor/examine-files';
import { examineFolder, openingCheck } from '@main/doctor/examine-folder';
import { examineService } from '@main/doctor/examine-service';
import type { DoctorCheck } from '@shared/contract/doctor';
import { success } from '@shared/contract/failure';
import { exitCodeOf, exitCodes } from './exit-code';
import type { AddCommand, Shared } from './shared-options';
import { withUnlocked, withWorkspace } from './with-workspace';

/**
 * Everything that can be wrong with a workspace, each with what to do, told as it is found out. What stands behind a check that
 * failed for good is not tried.
 */
async function examine(directory: string, tell: Tell): Promise<void> {
  tell(fine('version', `Node ${process.versions.node}, ${process.platform} ${process.arch}`));
  const workspace = await examineFolder(directory, tell);
  if (workspace === null) return;
  const opens = await withUnlocked(directory, async ({ secrets }) => {
    tell(fine('lock', 'nobody else has it open'));
    tell(fine('key', 'it opens'));
    const { inspectClosed } = await import('@main/engine/maintenance/closed-workspace');
    return success(await examineFiles(() => inspectClosed(directory, secrets.databaseKey), tell));
  });
  if (!opens.ok) return tell(failed(openingCheck[opens.error.code] ?? 'key', opens.error));
  if (!opens.value) return;
  const way = process.env.HTTPS_PROXY || process.env.https_proxy ? ' by HTTPS_PROXY' : '';
  const snapshot = workspace.info.kind === 'snapshot';
  const asked = await withWorkspace(directory, async (engine) =>
    success(await examineService(engine, tell, { way, snapshot })),
  );
  if (!asked.ok) tell(failed('engine', asked.error));
}

export function addDoctorCommand(command: AddCommand): void {
  command('doctor', 'what can be wrong with a workspace, each with what to do').action(
    async ({ dir, json = false }: Shared) => {
      const checks: DoctorCheck[] = [];
      await examine(dir, (check) => {
        checks.push(check);
        if (!json) process.stdout.write(line(check));
      });
      if (json) process.stdout.write(`${JSON.stringify({ checks: checks.map(told) })}\n`);
      const wrong = checks.find(({ state }) => state === 'wrong');
      if (wrong !== undefined)
        process.exitCode = wrong.code === null ? exitCodes.conflicts : exitCodeOf(wrong.code);
    },
  );
}

/** What was not to be tried is not wrong; `untried` says that it is not known to be right either. */
function told({ name, state, detail, next }: DoctorCheck): object {
  return { name, ok: state !== 'wrong', detail, next, ...(state === 'untried' && { untried: true }) };
}

const marks = { fine: 'ok  ', wrong: 'NO  ', untried: '-   ' } as const;

const line = ({ name, state, detail, next }: DoctorCheck): string =>
  `${marks[state]}${name.padEnd(10)}${detail}${next === '' ? '' : `\n${' '.repeat(14)}${next}`}\n`;
