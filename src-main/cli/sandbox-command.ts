import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type SandboxFlags, withSandboxFlags } from '@main/sandbox/sandbox-flags';
import type { TwinOfCopy } from '@main/twin/make-twin';
import { isThere } from '@main/workspace/if-there';
import { failure, type Result, success } from '@shared/contract/failure';
import type { Command } from 'commander';
import { clearWhenStopped, type Leavings } from './clear-when-stopped';
import { exitCodes } from './exit-code';
import { readOptionalSecret, readSecret } from './read-secret';
import { report } from './report';
import { withUnlocked } from './with-workspace';

interface TwinFlags {
  readonly from?: string;
  readonly pseudonymise?: boolean;
  readonly asItIs?: boolean;
  readonly salt?: string;
}

/** What decides a seeded world: a twin brings its own. */
const seeding = ['world', 'seed', 'scale', 'applications', 'anchor'] as const;

/** A sandbox to try things on; of a copy of a workspace, its twin. */
export function addSandboxCommand(program: Command): void {
  withSandboxFlags(program.command('sandbox'))
    .description('serve an identity service over a seeded world, or over the twin of a workspace')
    .option('--from <copy>', 'a snapshot, a backup or the folder of a workspace: its twin is served')
    .option('--pseudonymise', 'replace names, addresses, ids, metadata and texts, the same by the same')
    .option('--as-it-is', 'replace nothing: the twin holds what is real')
    .option('--salt <text>', 'the same salt makes the same twin; the copy’s own key otherwise')
    .action(async (flags: SandboxFlags & TwinFlags, own: Command) => {
      const set = seeding
        .filter((name) => own.getOptionValueSource(name) === 'cli')
        .map((name) => `--${name}`);
      const wrong = wrongTwin(flags, set);
      if (wrong === null) process.exitCode = await serve(flags);
      else own.error(wrong, { exitCode: exitCodes.usage });
      process.exit();
    });
}

/** Why the flags of a twin do not go together, as a sentence; null where they do. */
function wrongTwin({ from, pseudonymise, asItIs, salt }: TwinFlags, set: readonly string[]): string | null {
  const words = [pseudonymise && '--pseudonymise', asItIs && '--as-it-is', salt !== undefined && '--salt'];
  const [stray] = words.filter((word) => typeof word === 'string');
  if (from === undefined)
    return stray === undefined ? null : `${stray} says how a twin is made: give --from as well.`;
  if (set.length > 0) return `${set.join(', ')}: a twin has the world of its copy. Leave it out.`;
  if (salt === '') return '--salt is empty: give a text, or leave it out.';
  if (pseudonymise === asItIs)
    return 'Say --pseudonymise, or --as-it-is where the twin may hold real names and addresses.';
  return null;
}

/** Serves until told to stop; the exit code. */
async function serve(flags: SandboxFlags & TwinFlags): Promise<number> {
  const { serveSandbox, sandboxFault } = await import('@main/sandbox/serve-sandbox');
  const { from } = flags;
  let temporary: string | undefined;
  try {
    if (from === undefined) await serveSandbox(flags);
    else {
      const made = await clearWhenStopped((leavings) => {
        if (flags.data === undefined) temporary = leavings.folder(join(tmpdir(), 'tenantry-twin-'));
        return twin(resolve(from), { ...flags, data: resolve(temporary ?? flags.data ?? '') }, leavings);
      });
      const data = temporary ?? flags.data;
      if (!made.ok) {
        report(made, false);
        return Number(process.exitCode);
      }
      tell(made.value);
      await serveSandbox({ ...flags, ...(data !== undefined && { data }), world: 'twin', seed: 0, scale: 1 });
    }
    return exitCodes.done;
  } catch (error) {
    process.stderr.write(`${sandboxFault(error)}\n`);
    return exitCodes.internal;
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

/** Makes the twin in its folder. */
async function twin(
  from: string,
  { data, salt, pseudonymise = false }: TwinFlags & { readonly data: string },
  leavings: Leavings,
): Promise<Result<TwinOfCopy>> {
  const { twinOf } = await import('@main/twin/make-twin');
  const { refuseOther, withClosed, withFileCopy } = await import('@main/twin/open-copy');
  const order = (key: string) => ({ salt: salt ?? key, replaces: pseudonymise, directory: data });
  try {
    const found = await stat(from);
    if (found.isDirectory())
      return await withUnlocked(from, async ({ workspace, secrets }) => {
        const stranger = refuseOther(workspace);
        if (stranger !== null) return stranger;
        const database = join(from, 'tenantry.db');
        if (!(await isThere(database))) return notCopied(from);
        const at = Math.floor((await stat(database)).mtimeMs);
        return success(
          withClosed(from, secrets.databaseKey, workspace, at, (copy, key) => twinOf(copy, order(key))),
        );
      });
    const passphrase = await passphraseOf();
    if (!passphrase.ok) return passphrase;
    const place = leavings.folder(join(tmpdir(), 'tenantry-copy-'));
    try {
      const given = { passphrase: passphrase.value, place };
      return await withFileCopy(from, given, (copy, key) => twinOf(copy, order(key)));
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing(from);
    if (error instanceof Error && error.name === 'SandboxError')
      return failure('invalid-input', error.message, 'Leave --data out for a temporary one.');
    const { maintenanceFailure } = await import('@main/engine/maintenance/maintenance-failure');
    return maintenanceFailure(error, `The twin of ${from}`);
  }
}

/** As it was chosen for a snapshot, where that is said apart. */
async function passphraseOf(): Promise<Result<string>> {
  const snapshot = await readOptionalSecret('TENANTRY_SNAPSHOT_PASSPHRASE');
  if (!snapshot.ok || snapshot.value === undefined)
    return snapshot.ok ? readSecret('TENANTRY_PASSPHRASE') : snapshot;
  return success(snapshot.value);
}

function tell({ isNew, left, notShown }: TwinOfCopy): void {
  const settings = [...new Set(left.flatMap((each) => each.settings))];
  const lines = [
    isNew
      ? 'The twin is made. No copy holds sessions, pictures, links of invitations or secrets: there are none, and new secrets.'
      : 'The twin was there: it goes on where it was left.',
    ...(settings.length === 0
      ? []
      : [`Settings that the sandbox does not know are as in a new instance: ${settings.join(', ')}.`]),
    ...(notShown.length === 0 ? [] : [`Not shown as the copy has it: ${notShown.join('; ')}.`]),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}

function notCopied(from: string): Result<never> {
  return failure(
    'invalid-input',
    `The workspace in ${from} has no copy yet: it holds no tenantry.db. Nothing was made.`,
    `Run \`tenantry pull --dir ${from}\` first, or give a file that snapshot or backup wrote.`,
  );
}

function missing(from: string): Result<never> {
  return failure(
    'invalid-input',
    `There is no ${from}. Nothing was made.`,
    'Give a file that snapshot or backup wrote, or the folder of a workspace.',
  );
}
