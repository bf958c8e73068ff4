import { isProven, type ToldReviewFile, toldReviewFile } from '@main/reviews/fleet/told-fleet-review';
import { type Result, success } from '@shared/contract/failure';
import { reviewFormats } from '@shared/contract/reviews';
import { OwnAccess } from '@shared/domain/reviews/review';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { exitCodes } from './exit-code';
import { collect, lastMomentOf, writtenFile } from './option-values';
import { readTextFile } from './read-json-file';
import { report } from './report';
import {
  type CreateOptions,
  closeReview,
  createReview,
  type DecideOptions,
  decideReview,
  deleteReview,
  type ExportOptions,
  exportReview,
  showReview,
  takeReview,
} from './review-commands';
import type { Program, Shared } from './shared-options';

/** `review …`: who should keep what, decided, carried out and proven. */
export function addReviewCommands({ program, withFolder, run }: Program): void {
  const review = program
    .command('review')
    .description('access reviews: frozen, decided, carried out, proven');
  const command = (words: string, about: string): Command => withFolder(review.command(words), about);
  const signed = (words: string, about: string): Command =>
    command(words, about).requiredOption('--by <name>', 'who does it');

  signed('create', 'freeze the memberships of a scope, each with a recommendation')
    .requiredOption('--name <name>', 'what it is called')
    .option('--org <id>', 'memberships of this organization')
    .option('--role <key>', 'with this role')
    .option('--permission <key>', 'whose role gives this permission')
    .option('--view <file>', 'that a view of memberships of this file asks for')
    .option('--where <conditions>', 'as of list; several must all hold', collect, [])
    .option('--reviewer <name>', 'who may decide; anybody without', collect, [])
    .option('--due <day>', 'the last day', lastMomentOf)
    .option('--note <text>', 'for the reviewers', '')
    .addOption(
      new Option(
        '--own <rule>',
        'what a decision about one’s own access comes to: it is refused, or counts once a second reviewer decided too; it counts without',
      ).choices([...OwnAccess.options]),
    )
    .action((options: Shared & CreateOptions) => run(options, (engine) => createReview(engine, options)));

  command('list', 'every review, the newest first, with how far it is').action((options: Shared) =>
    run(options, (engine) => engine.call('reviews', {})),
  );

  command('show <review>', 'its items, each with recommendation, decision and evidence')
    .addOption(
      new Option('--only <standing>', 'only these').choices([
        'open',
        'keep',
        'revoke',
        'unknown',
        'disputed',
      ]),
    )
    .option('--text <needle>', 'part of a person, an organization or a role', '')
    .action((named: string, options: Shared & { readonly only?: string; readonly text: string }) =>
      run(options, (engine) => showReview(engine, named, options)),
    );

  signed('decide <review> [words...]', 'decide items: their ids, and then keep, revoke, unknown or open')
    .option('--note <text>', 'why; without it, what they noted before stays')
    .option('--from <file>', 'decisions of a CSV or JSON file; - reads standard input')
    .action((named: string, words: readonly string[], options: Shared & DecideOptions) =>
      run(options, (engine) => decideReview(engine, named, words, options)),
    );

  command('take <file>', 'take a colleague’s file in: a review, or their decisions on one').action(
    (file: string, options: Shared) =>
      run(
        options,
        (engine) => takeReview(engine, file),
        ({ disputes }) => (disputes.length > 0 ? exitCodes.conflicts : exitCodes.done),
      ),
  );

  signed('close <review>', 'stage the revocations as one change set, and end the review')
    .option('--dry-run', 'only say what that comes to')
    .action((named: string, options: Shared & { readonly by: string; readonly dryRun?: boolean }) =>
      run(options, (engine) => closeReview(engine, named, options)),
    );

  command('delete <review>', 'delete it with every decision; without --confirm it only says what is lost')
    .option('--confirm', 'lose that')
    .action((named: string, options: Shared & { readonly confirm?: boolean }) =>
      run(options, (engine) => deleteReview(engine, named, options)),
    );

  signed('export <review>', 'as a signed file, as a page to print, or in the columns of Entra or Vanta')
    .requiredOption('--out <file>', 'where it is written; it must not exist yet', writtenFile)
    .option('--format <format>', reviewFormats.join(', '), formatAt, 'json')
    .action((named: string, options: Shared & ExportOptions) =>
      run(options, (engine) => exportReview(engine, named, options)),
    );

  review
    .command('verify <file>')
    .description('whether a signed file is as it was exported; needs no workspace and no network')
    .option('--json', 'one JSON object on stdout')
    .action(async (file: string, { json = false }: { readonly json?: boolean }) =>
      report(await verified(file), json, (told) => (isProven(told) ? exitCodes.done : exitCodes.conflicts)),
    );
}

async function verified(file: string): Promise<Result<ToldReviewFile>> {
  const text = await readTextFile(file, 'verified', true);
  return text.ok ? success(toldReviewFile(text.value)) : text;
}

function formatAt(text: string): (typeof reviewFormats)[number] {
  const format = reviewFormats.find((known) => known === text);
  if (format !== undefined) return format;
  throw new InvalidArgumentError(
    text === 'pdf'
      ? 'A PDF is printed by the window (Reviews, Files); --format html is the page that it prints.'
      : `It must be one of ${reviewFormats.join(', ')}.`,
  );
}
