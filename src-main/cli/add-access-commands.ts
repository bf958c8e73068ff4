import { type Command, Option } from 'commander';
import {
  type AccessOptions,
  assertAccess,
  assertCode,
  type DifferenceOptions,
  difference,
  expected,
  holdsAny,
  isHeld,
  type MomentOptions,
  whatCan,
  whoCan,
  why,
} from './access-commands';
import { pastMoment } from './option-values';
import type { Program, Shared } from './shared-options';

/** `access …` and `assert`: who can do what, and whether that is right. */
export function addAccessCommands({ program, withFolder, run }: Program): void {
  const access = program
    .command('access')
    .description('who can do what: now, once reconciled, or at a past moment');
  const atMoment = (made: Command): Command =>
    made
      .addOption(
        new Option('--as-of <time>', 'as the service had it then')
          .argParser(pastMoment)
          .conflicts('afterReconcile'),
      )
      .option('--after-reconcile', 'with all that is staged');
  const asked = (words: string, about: string): Command =>
    atMoment(withFolder(access.command(words), about))
      .option('--blocked', 'also whom something bars, such as a ban')
      .addOption(
        new Option('--expect <what>', 'end with 5 where it is otherwise').choices(['allowed', 'denied']),
      );

  asked('who-can <permission>', 'everybody who holds a permission')
    .option('--org <id>', 'only in this organization')
    .action((permission: string, options: Shared & AccessOptions) =>
      run(options, (engine) => whoCan(engine, permission, options), expected(options.expect, isHeld)),
    );

  asked('what-can <person>', 'organizations, roles and permissions of a person, by id or address').action(
    (person: string, options: Shared & AccessOptions) =>
      run(options, (engine) => whatCan(engine, person, options), expected(options.expect, holdsAny)),
  );

  asked(
    'why <person> <permission>',
    'whether somebody holds a permission, how they come to it, and what is in the way',
  )
    .requiredOption('--org <id>', 'in this organization')
    .action(
      (person: string, permission: string, options: Shared & AccessOptions & { readonly org: string }) =>
        run(
          options,
          (engine) => why(engine, person, permission, options),
          expected(options.expect, ({ allowed }) => allowed),
        ),
    );

  withFolder(access.command('difference'), 'who gains and who loses what, from one moment to another')
    .option('--permission <key>', 'of this permission')
    .option('--person <id or address>', 'of this person')
    .option('--org <id>', 'only in this organization')
    .option('--from <time>', 'a past moment; left out: now', pastMoment)
    .option(
      '--to <time>',
      'a past moment; left out: now, or once reconciled where --from is left out',
      pastMoment,
    )
    .action((options: Shared & DifferenceOptions) => {
      if ((options.permission ?? options.person ?? options.org) === undefined)
        program.error('Say of what: --permission, --person or --org.');
      else return run(options, (engine) => difference(engine, options));
    });

  atMoment(
    withFolder(program.command('assert <file>'), 'try the assertions of a JSON file; - reads standard input'),
  ).action((file: string, options: Shared & MomentOptions) =>
    run(options, (engine) => assertAccess(engine, file, options), assertCode),
  );
}
