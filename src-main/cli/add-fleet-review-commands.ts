import { failure, type Result, success } from '@shared/contract/failure';
import { filterText } from '@shared/domain/filter/filter-text';
import { FleetAsked } from '@shared/domain/reviews/fleet-review';
import { OwnAccess } from '@shared/domain/reviews/review';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { exitCodes } from './exit-code';
import {
  askFleetReview,
  createFleetReview,
  deleteFleetReview,
  exportFleetReview,
  goOnWithFleetReview,
} from './fleet-review-commands';
import { collect, lastMomentOf, writtenFile } from './option-values';
import { parseWhere } from './parse-where';
import { report } from './report';
import type { Program, Shared } from './shared-options';

interface CreateOptions extends Shared {
  readonly name: string;
  readonly by: string;
  readonly application: readonly string[];
  readonly group: string;
  readonly role?: string;
  readonly permission?: string;
  readonly where: readonly string[];
  readonly reviewer: readonly string[];
  readonly due?: number;
  readonly note: string;
  readonly own?: FleetAsked['ownAccess'];
}

/** What lacks decides: 0 where the review is complete, else 5. */
const codeOf = ({ lacks }: { readonly lacks: readonly unknown[] }): number =>
  lacks.length === 0 ? exitCodes.done : exitCodes.conflicts;

function signerOf(text: string): string {
  const { data } = FleetAsked.shape.by.safeParse(text);
  if (data !== undefined) return data;
  throw new InvalidArgumentError('It must be a name of 1 to 100 characters.');
}

/** `fleet-review …`: one review over the people of several applications, each in its own workspace. */
export function addFleetReviewCommands({ program, withFolder, run }: Program): void {
  const group = program
    .command('fleet-review')
    .description('an access review over several applications of a platform, each in its own copy');
  const command = (words: string, about: string): Command => withFolder(group.command(words), about);
  const signed = (words: string, about: string): Command =>
    command(words, about).requiredOption('--by <name>', 'who does it', signerOf);

  signed('create', 'freeze a scope in the copy of each application, one after the other')
    .requiredOption('--name <name>', 'what it is called')
    .option('--application <id>', 'of this application; several; all without this and --group', collect, [])
    .option('--group <id>', 'of the applications of this group', '')
    .option('--role <key>', 'memberships with this role')
    .option('--permission <key>', 'whose role gives this permission')
    .option('--where <conditions>', 'as of list; several must all hold', collect, [])
    .option('--reviewer <name>', 'who may decide; anybody without', collect, [])
    .option('--due <day>', 'the last day', lastMomentOf)
    .option('--note <text>', 'for the reviewers', '')
    .addOption(
      new Option('--own <rule>', 'decisions about one’s own access: as of review create').choices([
        ...OwnAccess.options,
      ]),
    )
    .action(async (options: CreateOptions) => {
      const asked = askedOf(options);
      const { dir, application, group: of, json = false } = options;
      const made = asked.ok
        ? await createFleetReview({ dir, application, group: of, asked: asked.value })
        : asked;
      await report(made, json);
    });

  command('go-on <review>', 'go on with one whose making was cut off').action(
    async (named: string, { dir, json = false }: Shared) =>
      report(await goOnWithFleetReview(dir, named), json),
  );

  command('list', 'every review over several applications, the newest first').action((options: Shared) =>
    run(options, (engine) => engine.call('fleetReviews', {})),
  );

  command('show <review>', 'how far each application is, and what it lacks to be complete').action(
    async (named: string, { dir, json = false }: Shared) => report(await ask(dir, named), json, codeOf),
  );

  signed('close <review>', 'close it in each application: what is revoked is staged there').action(
    async (named: string, { dir, by, json = false }: Shared & { readonly by: string }) =>
      report(await ask(dir, named, by), json, codeOf),
  );

  signed('export <review>', 'as one signed file with that of each application; it says what it lacks')
    .requiredOption('--out <file>', 'where it is written; it must not exist yet', writtenFile)
    .action(
      async (
        named: string,
        { dir, json = false, ...options }: Shared & { readonly by: string; readonly out: string },
      ) => report(await exportFleetReview(dir, named, options), json, codeOf),
    );

  command('delete <review>', 'forget what holds it together; without --confirm it only says what is lost')
    .option('--confirm', 'lose that')
    .action(
      async (named: string, { dir, json = false, ...options }: Shared & { readonly confirm?: boolean }) =>
        report(await deleteFleetReview(dir, named, options), json),
    );
}

function askedOf(options: CreateOptions): Result<FleetAsked> {
  const { name, by, role, permission, due = 0, note, reviewer, own } = options;
  const where = parseWhere('membership', options.where);
  if (!where.ok) return where;
  const asked = FleetAsked.safeParse({
    ...{ name, note, by, dueAt: due, reviewers: reviewer },
    scope: {
      ...(role !== undefined && { roleKey: role }),
      ...(permission !== undefined && { permissionKey: permission }),
      where: filterText('membership', where.value),
    },
    ...(own && { ownAccess: own }),
  });
  if (asked.success) return success(asked.data);
  const { issues } = asked.error;
  const ofScope = issues.some(({ path }) => path[0] === 'scope');
  const faults = issues.map(({ path, message }) =>
    path[0] === 'scope' ? message : `${path.join('.')}: ${message}`,
  );
  return failure(
    'invalid-input',
    `${faults.join('; ')}. Nothing was made.`,
    ofScope ? 'Give --role, --permission or --where.' : 'Correct that and try again.',
  );
}

/** Asks every application how far it is, or has it closed. @param by who closes */
async function ask(dir: string, named: string, by?: string) {
  const asked = await askFleetReview(dir, named, ({ id }) =>
    by === undefined ? { act: 'tell', fleet: id } : { act: 'close', fleet: id, by },
  );
  if (!asked.ok) return asked;
  const { review, now } = asked.value;
  const applications = now.parts.map(({ part, summary, why }) => ({ ...part, why, summary }));
  const { parts: _, ...rest } = review;
  return success({ ...rest, complete: now.lacks.length === 0, lacks: now.lacks, applications });
}
