import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import type { InputOf, OutputOf } from '@shared/contract/operations';
import { TemplateKey } from '@shared/contract/templates';
import { RecordId } from '@shared/domain/ids';
import { textFields } from '@shared/domain/templates/template-texts';
import { z } from 'zod';
import { exitCodes } from './exit-code';
import { firstFaults } from './first-faults';
import { collect } from './option-values';
import { calledIn, readJsonFile } from './read-json-file';
import type { AddCommand, Run, Shared } from './shared-options';

interface TemplatesOptions {
  /** `verification_code` (of emails), or `sms/verification_code`; left out, every kind of template. */
  readonly template?: string;
  /** Asks the applications first. */
  readonly read?: boolean;
}

type Fleet = OutputOf<'templateFleet'>;

function keyOf(text: string): Result<TemplateKey> {
  const [type, ...slug] = text.includes('/') ? text.split('/') : ['email', text];
  const key = TemplateKey.safeParse({ type, slug: slug.join('/') });
  return key.success
    ? success(key.data)
    : failure(
        'invalid-input',
        `"${text}" names no template.`,
        'Such as email/verification_code, or sms/invitation.',
      );
}

/** What kinds of templates there are; or one of them over all applications, compared. */
async function templates(
  engine: Engine,
  { template, read = false }: TemplatesOptions,
): Promise<Result<object>> {
  const asked = read ? await engine.call('readTemplates', {}) : null;
  if (asked?.ok === false) return asked;
  for (const { failure: why, names } of asked?.value.failed ?? [])
    process.stderr.write(`Not read: ${names.join(', ')}: ${why.message}\n`);
  if (template === undefined) {
    const kinds = await engine.call('templateKinds', {});
    return kinds.ok ? success({ templates: kinds.value }) : kinds;
  }
  const key = keyOf(template);
  return key.ok ? wholeFleet(engine, key.value) : key;
}

async function wholeFleet(
  engine: Engine,
  key: TemplateKey,
): Promise<Result<Omit<Fleet, 'offset'> & TemplateKey>> {
  const rows: Fleet['rows'] = [];
  for (;;) {
    const page = await engine.call('templateFleet', { ...key, offset: rows.length, limit: 200 });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    const { total, counts, wordings, versions, untouched } = page.value;
    if (versions.length === 0 && total > 0 && counts.refused === 0)
      return failure(
        'not-found',
        `No application is known to have the template ${key.type}/${key.slug}.`,
        'The command "templates" lists those that are; with --read the applications are asked first.',
      );
    if (page.value.rows.length === 0 || rows.length >= total)
      return success({ ...key, total, counts, wordings, versions, untouched, rows });
  }
}

const TextsFile = z.partialRecord(z.enum(textFields), z.string());

/** A change of one template for many; `before` is the wording that most have, unless it is said. */
const ChangeFile = z.strictObject({
  template: z.string(),
  before: TextsFile.default({}),
  after: TextsFile,
  /** Left out: all. */
  applications: z.array(RecordId).min(1).optional(),
});

type TemplatesChanged = OutputOf<'changeTemplates'>;
type TemplatesReverted = OutputOf<'revertTemplates'>;

/** Stages the change that a JSON file describes, for many applications at once; with `dryRun` only says what it would come to. */
async function changeTemplates(
  engine: Engine,
  file: string,
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<Result<TemplatesChanged>> {
  const read = await readJsonFile(file, 'staged');
  if (!read.ok) return read;
  const decoded = ChangeFile.safeParse(read.value);
  if (!decoded.success)
    return failure(
      'invalid-input',
      `${calledIn(file)} does not describe a change of a template: ${firstFaults(decoded.error)}. Nothing was staged.`,
      'The format is in docs/cli.md.',
    );
  const { template, before, after, applications } = decoded.data;
  const meant = await meantBy(engine, template, applications);
  if (!meant.ok) return meant;
  const { most, key } = meant.value;
  const asked: InputOf<'changeTemplates'> = {
    ...key,
    applicationIds: applications ?? 'all',
    before: { ...most, ...before },
    after,
    preview: dryRun,
  };
  return engine.call('changeTemplates', asked);
}

interface RevertOptions {
  /** Ids; none: all applications. */
  readonly application: readonly string[];
  readonly dryRun?: boolean;
}

/** Stages that many applications have the service's own wording of a template back. */
async function revertTemplates(
  engine: Engine,
  template: string,
  { application, dryRun = false }: RevertOptions,
): Promise<Result<TemplatesReverted>> {
  const meant = await meantBy(engine, template, application);
  if (!meant.ok) return meant;
  const ids = application.map((id) => RecordId.parse(id));
  const applicationIds = ids.length === 0 ? ('all' as const) : ids;
  return engine.call('revertTemplates', { ...meant.value.key, applicationIds, preview: dryRun });
}

/** The template that a name means, and the wording that most have; refused where nobody has shown it, or where there is no such application. */
async function meantBy(
  engine: Engine,
  name: string,
  only: readonly string[] = [],
): Promise<Result<{ readonly key: TemplateKey; readonly most: Fleet['versions'][number]['texts'] }>> {
  const key = keyOf(name);
  if (!key.ok) return key;
  const fleet = await wholeFleet(engine, key.value);
  if (!fleet.ok) return fleet;
  const most = fleet.value.versions[0]?.texts;
  const known = new Set<string>(fleet.value.rows.map(({ applicationId }) => applicationId));
  const strange = only.filter((id) => !known.has(id));
  if (most !== undefined && strange.length === 0) return success({ key: key.value, most });
  return failure(
    'not-found',
    most === undefined
      ? `No application has shown its ${name} yet. Nothing was staged.`
      : `The copy has no application ${strange.join(', ')}. Nothing was staged.`,
    most === undefined
      ? 'Ask them: templates --read.'
      : 'The command "list application" has their ids; pull where the copy is not whole.',
  );
}

/** Customers for whom nothing is staged, though they do not have it yet, are left to decide. */
function changeExitCode({ counts, rejected }: TemplatesReverted): number {
  if (rejected.length > 0) return exitCodes.usage;
  const left = counts.collides + counts.lacks + counts.refused + counts['not-read'];
  return left > 0 ? exitCodes.conflicts : exitCodes.done;
}

export function addTemplateCommands(command: AddCommand, run: Run): void {
  command('templates', 'emails and text messages of the applications of a platform, compared')
    .option('--template <name>', 'one of them over all applications: verification_code, sms/invitation')
    .option('--read', 'ask the applications first')
    .action((options: Shared & TemplatesOptions) => run(options, (engine) => templates(engine, options)));

  command('change-templates <file>', 'stage the same change of a template for many applications')
    .option('--dry-run', 'only say what it would come to for each')
    .action((file: string, options: Shared & { readonly dryRun?: boolean }) =>
      run(options, (engine) => changeTemplates(engine, file, options), changeExitCode),
    );

  command('revert-templates <template>', 'stage that many applications have the service’s own wording back')
    .option('--application <id>', 'only these, one or several; all without', collect, [])
    .option('--dry-run', 'only say what it would come to for each')
    .action((template: string, options: Shared & RevertOptions) =>
      run(options, (engine) => revertTemplates(engine, template, options), changeExitCode),
    );
}
