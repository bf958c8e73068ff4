import type { Plan } from '@shared/contract/plan';
import { Option } from 'commander';
import { applyExitCode, exitCodes } from './exit-code';
import { customerId, waveCount, wavesAt } from './option-values';
import { report } from './report';
import { type ApplyOptions, apply, applyCounted, plan, planCounted } from './run-command';
import type { Program, Shared } from './shared-options';

interface Counting {
  readonly countPeople?: boolean;
}

const planExitCode = ({ steps }: Plan): number =>
  steps.some((step) => step.verdict === 'conflict') ? exitCodes.conflicts : exitCodes.done;
const countsPeople = 'also whom staged policies meet, by the copies of the pools';

/** What is staged is planned, and sent. */
export function addPlanCommands({ program, withFolder, run }: Program): void {
  withFolder(program.command('plan'), 'what would be sent, and what collides')
    .option('--count-people', countsPeople)
    .action(async (options: Shared & Counting) =>
      options.countPeople
        ? report(await planCounted(options.dir), options.json ?? false, planExitCode)
        : run(options, plan, planExitCode),
    );

  withFolder(program.command('apply'), 'plan and apply; conflicts are left open unless told otherwise')
    .addOption(new Option('--resolve <side>', 'decide every conflict this way').choices(['mine', 'theirs']))
    .addOption(
      new Option('--on-refusal <what>', 'after a refusal').choices(['stop', 'continue']).default('continue'),
    )
    .option(
      '--waves <sizes>',
      'customers of each wave, such as 1,10%,all; goes on while they end clean',
      wavesAt,
    )
    .option('--first <id>', 'the customer that goes first in waves', customerId)
    .option('--stop-after <n>', 'end after so many waves, the rest still staged', waveCount)
    .option(
      '--show-secrets',
      'print secrets that the service shows once; left out, a terminal gets them only',
    )
    .option('--count-people', countsPeople)
    .action(async (options: Shared & ApplyOptions & Counting) => {
      if (options.waves === undefined && (options.first ?? options.stopAfter) !== undefined)
        program.error(
          '--first and --stop-after say how waves go: give --waves as well, such as --waves 1,10%,all.',
        );
      else if (options.countPeople)
        report(await applyCounted(options.dir, options), options.json ?? false, ({ report }) =>
          applyExitCode(report),
        );
      else
        return run(
          options,
          (engine) => apply(engine, options),
          ({ report }) => applyExitCode(report),
        );
    });
}
