import { resolve } from 'node:path';
import { restoreWorkspace, type WantedRestore } from '@main/workspace/restore-workspace';
import { BookName } from '@shared/domain/books/books';
import { IntentState } from '@shared/domain/intent';
import { Command, Option } from 'commander';
import { addAccessCommands } from './add-access-commands';
import { addFindingsCommands } from './add-findings-commands';
import { addFleetReviewCommands } from './add-fleet-review-commands';
import { addReviewCommands } from './add-review-commands';
import { addApiKeysCommand } from './api-keys-command';
import { backUpWorkspace } from './back-up-workspace';
import { type BookOptions, type KeepOptions, keepInBook, readBook } from './book-commands';
import {
  type ImportOptions,
  importPlans,
  type SignedOptions,
  signBooks,
  type TakeOptions,
  takeBooks,
} from './book-files';
import { addCallsCommand } from './calls-command';
import { addCountPeopleCommand } from './count-people';
import { addDoctorCommand } from './doctor-command';
import { applyBaseline, type Drift, type DriftOptions, drift, type FleetApplyOptions } from './drift-command';
import { applyExitCode, exitCodeOf, exitCodes, stageExitCode } from './exit-code';
import { addExportCommand } from './export-command';
import { addFindPersonCommand } from './find-person';
import { addHandOverCommand } from './hand-over-command';
import { addHistoryCommand } from './history-command';
import { addImportCommand } from './import-command';
import { type InitOptions, initWorkspace } from './init-workspace';
import { addKeyCommands } from './key-commands';
import { type LimitOptions, limits, limitsExitCode } from './limit-commands';
import { addListCommand } from './list-command';
import { folderAt, wavesAt, writtenFile } from './option-values';
import { addPlanCommands } from './plan-commands';
import { addPoolsCommands } from './pools-command';
import { progressLine } from './progress-line';
import { authorityVariable } from './proxied-fetch';
import { readSecret } from './read-secret';
import { refuseBlanks } from './refuse-blanks';
import { report } from './report';
import { intents, pull, stage, stagedTold, withdraw } from './run-command';
import { addRunsCommands } from './runs-command';
import { addSalvageCommands } from './salvage-commands';
import { addSandboxCommand } from './sandbox-command';
import type { Run, Shared } from './shared-options';
import { addSnapshotCommand } from './snapshot-command';
import { addTemplateCommands } from './template-commands';
import { addTwinsCommand } from './twins-command';
import { addUpdateCommand } from './update-command';
import { usage, usageExitCode } from './usage-command';
import { withWorkspace } from './with-workspace';

/** Every command of `tenantry`. */
export const program = new Command('tenantry')
  .description('Administer tenants offline-first, without a window. See docs/cli.md.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage));

function knownBook(name: string): BookName {
  const known = BookName.safeParse(name);
  if (known.success) return known.data;
  return program.error(`There is no book "${name}"; choose ${BookName.options.join(', ')}.`);
}

const command = (words: string, description: string): Command =>
  withFolder(program.command(words), description);

function withFolder(made: Command, description: string): Command {
  return made
    .description(description)
    .requiredOption('--dir <workspace>', 'folder of the workspace', folderAt)
    .option('--json', 'one JSON object on stdout')
    .option('--ca <file>', 'a certificate authority to trust beside those of Node, as PEM')
    .hook('preAction', (_, action) => nameAuthority(action.opts()));
}

/** Whoever calls the service reads it. */
function nameAuthority({ ca }: { readonly ca?: string }): void {
  if (ca !== undefined) process.env[authorityVariable] = ca;
}

/** A command that opens the workspace, does its work and reports. */
const run: Run = async ({ dir, json = false }, work, code, told) =>
  report(await withWorkspace(dir, work), json, code, told);

command('init', 'make an encrypted workspace for an instance')
  .requiredOption('--url <url>', 'base of the API of the service')
  .option('--name <name>', 'name of the workspace')
  .option('--scenario <scenario>', 'b2c, b2b or platforms', 'b2b')
  .option('--service <service>', 'clerk or better-auth', 'clerk')
  .action(async (options: InitOptions & Shared) =>
    report(await initWorkspace(options), options.json ?? false),
  );

command('pull', 'one complete sweep of the service into the workspace').action((options: Shared) =>
  run(options, pull),
);

command('status', 'freshness, counts, open intents').action((options: Shared) =>
  run(options, (engine) => engine.call('status', {})),
);

addListCommand(command, run);
command('stage <file>', 'stage the intents of a JSON file; - reads standard input').action(
  (file: string, options: Shared) =>
    run(
      options,
      (engine) => stage(engine, file),
      ({ rejected }) => stageExitCode(rejected),
      stagedTold,
    ),
);

command('intents', 'the intents, open ones by default')
  .addOption(new Option('--state <state...>', 'only these').choices(IntentState.options).default([]))
  .action((options: Shared & { readonly state: readonly IntentState[] }) =>
    run(options, (engine) => intents(engine, options.state)),
  );

command('withdraw [id...]', 'takes intents back that were not sent, by their ids or all that are open')
  .option('--all', 'all that are open')
  .action((ids: readonly string[], options: Shared & { readonly all?: boolean }) => {
    if ((ids.length === 0) === (options.all === undefined))
      program.error('Name the ids of intents, or say --all.');
    else return run(options, (engine) => withdraw(engine, ids));
  });

addCallsCommand(command, run);
addPlanCommands({ program, withFolder, run });

command('book <name>', `what is kept in ${BookName.options.join(', ')}`)
  .option('--past', 'what became of the entries, newest first')
  .option(
    '--signed <file>',
    'write it as a signed file for a colleague; several books by commas',
    writtenFile,
  )
  .option('--by <name>', 'who signs', '')
  .action((name: string, options: Shared & BookOptions & SignedOptions) =>
    options.signed === undefined
      ? run(options, (engine) => readBook(engine, knownBook(name), options))
      : run(options, (engine) => signBooks(engine, name.split(',').map(knownBook), options)),
  );

command('take-books <file>', 'what a colleague’s signed file of books would change; with --keep it does')
  .option('--keep', 'keep it: all of it, or nothing')
  .option('--replace', 'what is only here is removed')
  .option('--by <name>', 'who writes', '')
  .action((file: string, options: Shared & TakeOptions) =>
    run(options, (engine) => takeBooks(engine, file, options)),
  );

command('import-plans <file>', 'plans and overrides of customers from a CSV file, line by line')
  .option('--dry-run', 'only say what each line would do')
  .option('--by <name>', 'who writes', '')
  .option('--why <text>', 'why, for whoever reads the book later', '')
  .action((file: string, options: Shared & ImportOptions) =>
    run(
      options,
      (engine) => importPlans(engine, file, options),
      ({ kept, summary }) => (kept && summary.refused > 0 ? exitCodes.usage : exitCodes.done),
    ),
  );

command('keep <name> <file>', 'write entries of a book from a JSON file; - reads standard input')
  .option('--dry-run', 'keep nothing: only say what would go with what is removed')
  .option('--by <name>', 'who writes', '')
  .option('--why <text>', 'why, for whoever reads the book later', '')
  .action((name: string, file: string, options: Shared & KeepOptions) =>
    run(options, (engine) => keepInBook(engine, knownBook(name), file, options)),
  );

/** A setting that lacks its variable is not in order either; of what nobody knows nobody can say that it is. */
const driftCode = ({ deviations, counts }: Pick<Drift, 'deviations' | 'counts'>): number => {
  if (deviations.length + counts['missing-variable'] > 0) return exitCodes.conflicts;
  return counts.unknown > 0 ? exitCodeOf('incomplete') : exitCodes.done;
};
const aboutDrift = 'what of the fleet is other than its baselines';

command('drift', aboutDrift)
  .option('--group <id>', 'only applications of this group', '')
  .option('--path <setting>', 'only this setting, such as auth_password.min_length', '')
  .option('--baseline <file>', 'measure by the baseline of a JSON file instead of those that are kept')
  .addOption(new Option('--expect <what>', 'end with 5 where anything drifts').choices(['none']))
  .action((options: Shared & DriftOptions & { readonly expect?: 'none' }) =>
    run(options, (engine) => drift(engine, options), options.expect && driftCode),
  );

addTwinsCommand(command, run);

const fleet = program.command('fleet').description('a fleet of applications');

withFolder(fleet.command('drift'), aboutDrift)
  .requiredOption('--baseline <file>', 'the baseline of a JSON file')
  .action((options: Shared & Pick<DriftOptions, 'baseline'>) =>
    run(options, (engine) => drift(engine, { group: '', path: '', ...options }), driftCode),
  );
command('limits', 'limits of customers: what counts, where it comes from, what is used of it')
  .option('--count', 'ask the customers’ pools first how much is used')
  .option('--only <level>', 'customers with a limit that is near, full or over')
  .option('--push', 'stage the agreed limits that the service has otherwise')
  .action((options: Shared & LimitOptions) =>
    run(options, (engine) => limits(engine, options), limitsExitCode),
  );

command('usage', 'what the applications of a platform used in their billing periods, as read last')
  .option('--read', 'ask the applications first')
  .action((options: Shared & { readonly read?: boolean }) =>
    run(options, (engine) => usage(engine, options), usageExitCode),
  );

addHandOverCommand(command, run);
withFolder(fleet.command('apply'), 'bring the fleet to a baseline: staged, planned and sent')
  .requiredOption('--baseline <file>', 'the baseline of a JSON file')
  .option('--wave <sizes>', 'customers of each wave, such as 1,10%,all', wavesAt)
  .action((options: Shared & FleetApplyOptions) =>
    run(
      options,
      (engine) => applyBaseline(engine, options),
      ({ report: sent, counts }) =>
        (sent === null ? exitCodes.done : applyExitCode(sent)) || driftCode({ deviations: [], counts }),
    ),
  );

addTemplateCommands(command, run);
addApiKeysCommand(command, run);
addDoctorCommand(command);
addHistoryCommand(command, run);
addRunsCommands(command, run);
addSnapshotCommand(command);
addSandboxCommand(program);
addExportCommand(command, run);
addImportCommand(command, run);
addFindingsCommands(command, run);
addAccessCommands({ program, withFolder, run });
addReviewCommands({ program, withFolder, run });
addFleetReviewCommands({ program, withFolder, run });

addCountPeopleCommand(command);
addPoolsCommands({ program, withFolder });
addFindPersonCommand(command);

command('backup', 'the whole workspace as one encrypted file')
  .argument('<file>', 'where it is written; it must not exist yet', writtenFile)
  .action(async (file: string, { dir, json = false }: Shared) =>
    report(await backUpWorkspace(dir, resolve(file)), json),
  );

command('restore <file>', 'a workspace out of a backup, in a new or empty folder').action(
  async (file: string, { dir, json = false }: Shared) => {
    const passphrase = await readSecret('TENANTRY_PASSPHRASE');
    const wanted: Omit<WantedRestore, 'passphrase'> = {
      directory: dir,
      from: resolve(file),
      restoreFiles: async (...to) => {
        const { restoreInto } = await import('@main/engine/maintenance/closed-workspace');
        return restoreInto(...to, progressLine('reading'));
      },
    };
    report(
      passphrase.ok ? await restoreWorkspace({ ...wanted, passphrase: passphrase.value }) : passphrase,
      json,
    );
  },
);

addSalvageCommands(command);
addKeyCommands(command);
addUpdateCommand(program);
refuseBlanks(program);
