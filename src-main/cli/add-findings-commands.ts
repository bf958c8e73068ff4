import { type Severity, severities } from '@shared/domain/severity';
import { InvalidArgumentError, Option } from 'commander';
import {
  type AcceptOptions,
  acceptFinding,
  type FindingsOptions,
  findings,
  findingsCode,
  levels,
  takeBackAcceptance,
} from './findings-commands';
import { lastMomentOf } from './option-values';
import type { AddCommand, Run, Shared } from './shared-options';

/** A severity in a script's word, or in the window's. */
const severityAt = (text: string): Severity => {
  const found = severities.find((severity) => severity === text || levels[severity] === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`It must be one of ${Object.values(levels).join(', ')}.`);
};

/** `findings` and `accept-finding`: what is wrong in the copy, and what somebody answers for. */
export function addFindingsCommands(command: AddCommand, run: Run): void {
  command('findings', 'what is wrong in the copy, check by check')
    .addOption(new Option('--severity <severity>', 'only these: high, medium or low').argParser(severityAt))
    .addOption(
      new Option(
        '--fail-on <severity>',
        'end with 5 where something of it, or worse, stands open, and with 3 where that is not known',
      )
        .argParser((text) => (text === 'none' ? text : severityAt(text)))
        .default('critical', 'high'),
    )
    .option('--org <id>', 'only what is of this organization: itself, its people, and what else is its own')
    .option('--accepted', 'list what is accepted as well')
    .action((options: Shared & FindingsOptions) =>
      run(options, (engine) => findings(engine, options), findingsCode(options.failOn)),
    );

  command('accept-finding <check>', 'answer for what a check finds, until it runs out')
    .option('--record <id>', 'only this record; all that the check finds without')
    .option('--reason <text>', 'why, for whoever asks later', '')
    .option('--until <day>', 'the last day that it holds; without end otherwise', lastMomentOf)
    .option('--by <name>', 'who answers for it', '')
    .option('--take-back', 'it is a finding again')
    .action((check: string, options: Shared & AcceptOptions & { readonly takeBack?: true }) =>
      options.takeBack
        ? run(options, (engine) => takeBackAcceptance(engine, check, options))
        : run(options, (engine) => acceptFinding(engine, check, options)),
    );
}
