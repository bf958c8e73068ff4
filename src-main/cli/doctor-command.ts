import { statfs } from 'node:fs/promises';
import type { Engine } from '@main/engine/engine';
import { inspectClosed } from '@main/engine/maintenance/closed-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { type Failure, type FailureCode, type Result, success } from '@shared/contract/failure';
import type { IntegrityReport, ServiceReport } from '@shared/contract/maintenance';
import type { EngineStatus } from '@shared/contract/status';
import { exitCodeOf, exitCodes } from './exit-code';
import type { AddCommand, Shared } from './shared-options';
import { withUnlocked, withWorkspace } from './with-workspace';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do; '' where nothing is. */
  readonly next: string;
}

/** A check, and the code of what failed. */
type Found = Check & { readonly code?: FailureCode };

const fine = (name: string, detail: string): Found => ({ name, ok: true, detail, next: '' });
const bad = (name: string, code: FailureCode, detail: string, next: string): Found => {
  return { name, ok: false, detail, next, code };
};
const failed = (name: string, { code, message, next }: Failure): Found => bad(name, code, message, next);

/** What a workspace needs free to go on working: its log, and a backup. */
const leastFree = 500_000_000;
/** So far may clocks differ before times on screen mislead, ms. */
const mostOffMs = 120_000;

const gigabytes = (bytes: number): string => `${(bytes / 1_000_000_000).toFixed(1)} GB`;

async function disk(directory: string): Promise<Found> {
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  return free >= leastFree
    ? fine('disk', `${gigabytes(free)} free`)
    : bad('disk', 'disk-full', `${gigabytes(free)} free`, `Make room: ${gigabytes(leastFree)} at least.`);
}

function files(report: IntegrityReport): readonly Found[] {
  const { verdict, pages, damagedPages, structure, lostCommits, journal } = report;
  const file =
    verdict === 'damaged'
      ? bad(
          'file',
          'database-damaged',
          `${damagedPages.length} of ${pages} pages fail their seal, ${structure.length} faults of structure, ${lostCommits} lost commits`,
          'Keep the folder as it is, and restore the last backup into another one: restore FILE --dir FOLDER.',
        )
      : fine('file', `${pages} pages read, each with its seal`);
  const behind = verdict === 'journal-behind' || journal.unreadableLines > 0;
  return [
    file,
    behind
      ? bad(
          'journal',
          'database-damaged',
          `${journal.unreadableLines} lines cannot be read; the database has all staged edits`,
          'Open the workspace once: the journal is written anew.',
        )
      : fine('journal', `${journal.openIntents} staged edits kept twice`),
  ];
}

function service({ failure, clockOffMs, requestsPer10s }: ServiceReport): readonly Found[] {
  if (failure !== null) return [failed('service', failure)];
  const way = process.env.HTTPS_PROXY || process.env.https_proxy ? ' by HTTPS_PROXY' : '';
  return [
    fine('service', `it answers${way}, takes the key, and is the instance that was copied`),
    clock(clockOffMs),
    fine('limits', `${requestsPer10s} requests in 10 s are kept to`),
  ];
}

function clock(offMs: number | null): Found {
  if (offMs === null) return fine('clock', 'not compared: the service told no time');
  const seconds = Math.abs(Math.round(offMs / 1_000));
  if (Math.abs(offMs) <= mostOffMs) return fine('clock', `within ${seconds} s of the service`);
  return {
    name: 'clock',
    ok: false,
    detail: `${seconds} s ${offMs > 0 ? 'behind' : 'before'} the service`,
    next: 'Set the clock of this machine: ages and expiries are told by it.',
  };
}

function copied({ collections, freshness, throttled }: EngineStatus): readonly Found[] {
  const left = collections.filter(({ failure }) => failure !== null);
  const freshest =
    freshness.kind === 'offline' && freshness.by === 'choice' ? 'offline by choice' : freshness.kind;
  return [
    left.length === 0
      ? fine('copy', `all lists copied; ${freshest}`)
      : bad(
          'copy',
          left[0]?.failure?.code ?? 'incomplete',
          `not copied: ${left.map(({ entity, failure }) => `${entity} (${failure?.message ?? ''})`).join('; ')}`,
          left[0]?.failure?.next ?? '',
        ),
    ...throttled.map(({ endpoint, until }) =>
      bad(
        'limits',
        'rate-limited',
        `${endpoint} is held until ${new Date(until).toISOString()}`,
        'Wait until then.',
      ),
    ),
  ];
}

/** Which check a failure to open belongs to. */
const openingCheck: Readonly<Partial<Record<FailureCode, string>>> = {
  'workspace-missing': 'workspace',
  'newer-version': 'workspace',
  'workspace-open-elsewhere': 'lock',
  'wrong-passphrase': 'key',
  'wrong-key': 'key',
  'no-keyring': 'key',
  'address-changed': 'key',
};

async function engineChecks(engine: Engine): Promise<Result<readonly Found[]>> {
  const asked = await engine.call('checkService', {});
  if (!asked.ok) return asked;
  const status = await engine.call('status', {});
  return status.ok ? success([...service(asked.value), ...copied(status.value)]) : status;
}

/** Everything that can be wrong with a workspace, each with what to do; what could not be tried says so by the check that kept it from being tried. */
export async function diagnose(directory: string): Promise<readonly Found[]> {
  const found: Found[] = [
    fine('version', `Node ${process.versions.node}, ${process.platform} ${process.arch}`),
  ];
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) return [...found, failed('workspace', workspace.error)];
  const { name, scenario, url } = workspace.value.info;
  found.push(fine('workspace', `${name}, ${scenario}, of ${url}`), await disk(directory));
  const inspected = await withUnlocked(directory, ({ secrets }) =>
    inspectClosed(directory, secrets.databaseKey),
  );
  if (!inspected.ok) return [...found, failed(openingCheck[inspected.error.code] ?? 'file', inspected.error)];
  found.push(fine('lock', 'nobody else has it open'), fine('key', 'it opens'), ...files(inspected.value));
  if (inspected.value.verdict === 'damaged') return found;
  const asked = await withWorkspace(directory, engineChecks);
  return [...found, ...(asked.ok ? asked.value : [failed('engine', asked.error)])];
}

export function addDoctorCommand(command: AddCommand): void {
  command('doctor', 'what can be wrong with a workspace, each with what to do').action(
    async ({ dir, json = false }: Shared) => {
      const checks = await diagnose(dir);
      const told = checks.map(({ code: _, ...check }) => check);
      process.stdout.write(json ? `${JSON.stringify({ checks: told })}\n` : told.map(line).join(''));
      const wrong = checks.find(({ ok }) => !ok);
      if (wrong !== undefined)
        process.exitCode = wrong.code === undefined ? exitCodes.conflicts : exitCodeOf(wrong.code);
    },
  );
}

const line = ({ name, ok, detail, next }: Check): string =>
  `${ok ? 'ok  ' : 'NO  '}${name.padEnd(10)}${detail}${next === '' ? '' : `\n${' '.repeat(14)}${next}`}\n`;
