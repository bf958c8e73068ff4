import { resolve } from 'node:path';
import { failed, fine, type Tell } from '@main/doctor/checks';
import { examineFiles } from '@main/doctor/examine-files';
import { examineFolder, openingCheck } from '@main/doctor/examine-folder';
import { examineService } from '@main/doctor/examine-service';
import { examineVersions } from '@main/doctor/examine-versions';
import { type Findings, makeReport } from '@main/doctor/make-report';
import { zipReport } from '@main/doctor/zip-report';
import { writeNewFile } from '@main/workspace/named-file';
import type { DoctorCheck } from '@shared/contract/doctor';
import { type Result, success } from '@shared/contract/failure';
import { version } from '../../package.json';
import { exitCodeOf, exitCodes } from './exit-code';
import { writtenFile } from './option-values';
import { proxiedFetch } from './proxied-fetch';
import type { AddCommand, Shared } from './shared-options';
import { withUnlocked, withWorkspace } from './with-workspace';

/**
 * Everything that can be wrong with a workspace, each with what to do, told as it is found out. What stands behind a check that
 * failed for good is not tried.
 */
async function examine(directory: string, tell: Tell): Promise<Seen> {
  examineVersions(version, tell);
  const workspace = await examineFolder(directory, tell);
  const seen = { workspace: workspace?.info ?? null, status: null };
  if (workspace === null) return seen;
  const opens = await withUnlocked(directory, async ({ secrets }) => {
    tell(fine('lock', 'nobody else has it open'));
    tell(fine('key', 'it opens'));
    const { inspectClosed } = await import('@main/engine/maintenance/closed-workspace');
    return success(await examineFiles(() => inspectClosed(directory, secrets.databaseKey), tell));
  });
  if (!opens.ok) tell(failed(openingCheck[opens.error.code] ?? 'key', opens.error));
  if (!opens.ok || !opens.value) return seen;
  const network = await proxiedFetch(process.env);
  if (!network.ok) {
    tell(failed('network', network.error));
    return seen;
  }
  const snapshot = workspace.info.kind === 'snapshot';
  const asked = await withWorkspace(directory, async (engine) =>
    success(await examineService(engine, tell, { way: wayOut(), snapshot })),
  );
  if (!asked.ok) tell(failed('engine', asked.error));
  return asked.ok ? { ...seen, status: asked.value } : seen;
}

/** The proxies that are named; whether one was used is known to nobody: NO_PROXY and this very machine are spared. */
function wayOut(): string {
  const named = ['HTTPS_PROXY', 'HTTP_PROXY'].filter(
    (name) => process.env[name] || process.env[name.toLowerCase()],
  );
  return named.length === 0 ? '' : `, with ${named.join(' and ')} set`;
}

type Seen = Pick<Findings, 'workspace' | 'status'>;

/** Shows what a report holds, and then writes it: a zip that is not there yet. */
async function writeReport(file: string, findings: Findings): Promise<Result<null>> {
  const files = makeReport(findings);
  for (const [name, text] of Object.entries(files)) process.stderr.write(`${name}\n${text}`);
  const written = await writeNewFile(resolve(file), await zipReport(files));
  if (written.ok) process.stderr.write(`Written to ${file}: all of it stands above.\n`);
  return written;
}

export function addDoctorCommand(command: AddCommand): void {
  command('doctor', 'what can be wrong with a workspace, each with what to do')
    .option(
      '--bundle <file>',
      'a zip of it to send to somebody, without names, addresses, ids and keys',
      writtenFile,
    )
    .action(async ({ dir, json = false, bundle }: Shared & { readonly bundle?: string }) => {
      const checks: DoctorCheck[] = [];
      const seen = await examine(dir, (check) => {
        checks.push(check);
        if (!json) process.stdout.write(line(check));
      });
      if (json) process.stdout.write(`${JSON.stringify({ checks: checks.map(told) })}\n`);
      const wrong = checks.find(({ state }) => state === 'wrong');
      if (wrong !== undefined)
        process.exitCode = wrong.code === null ? exitCodes.conflicts : exitCodeOf(wrong.code);
      if (bundle === undefined) return;
      const written = await writeReport(resolve(bundle), { ...seen, checks, madeAt: Date.now() });
      if (written.ok) return;
      process.stderr.write(`${written.error.message} ${written.error.next}\n`);
      process.exitCode = exitCodeOf(written.error.code);
    });
}

/** What was not to be tried is not wrong; `untried` says that it is not known to be right either. */
function told({ name, state, detail, next }: DoctorCheck): object {
  return { name, ok: state !== 'wrong', detail, next, ...(state === 'untried' && { untried: true }) };
}

const marks = { fine: 'ok  ', wrong: 'NO  ', untried: '-   ' } as const;

const line = ({ name, state, detail, next }: DoctorCheck): string =>
  `${marks[state]}${name.padEnd(10)}${detail}${next === '' ? '' : `\n${' '.repeat(14)}${next}`}\n`;
