import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer as readStdin } from 'node:stream/consumers';
import type { Engine } from '@main/engine/engine';
import { isReplaceable, pathFailure, unlessUnread } from '@main/workspace/named-file';
import { writeFileAtomic } from '@main/workspace/write-file-atomic';
import { failure, type Result, success } from '@shared/contract/failure';
import { type ImportPreview, ImportProgress, type StagedImport } from '@shared/contract/import';
import { EntityName } from '@shared/domain/entity';
import type { ImportRow } from '@shared/domain/import/import-row';
import { timeText } from '@shared/domain/reconcile/plan-time';
import { exitCodes } from './exit-code';
import { collect, writtenFile } from './option-values';
import { progressLine } from './progress-line';
import type { AddCommand, Run, Shared } from './shared-options';

interface ImportOptions {
  readonly entity: string;
  readonly map: readonly string[];
  readonly set: readonly string[];
  readonly emptyClears?: boolean;
  readonly onlyExisting?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly refused?: string;
}

interface Imported extends Omit<ImportPreview, 'preview'>, StagedImport {
  readonly rows: readonly ImportRow[];
}

/** What every line of a file does, and, unless it is a dry run, staged: all lines but the refused ones. */
async function importFile(
  engine: Engine,
  file: string,
  entity: EntityName,
  options: ImportOptions,
): Promise<Result<Imported>> {
  if (file !== '-' && options.refused !== undefined && resolve(options.refused) === resolve(file))
    return failure(
      'invalid-input',
      `--refused names the file that is read, and would replace it. Nothing was staged.`,
      'Give another path.',
    );
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const end = tellProgress(engine);
  try {
    return await importBytes(engine, bytes.value, entity, options);
  } finally {
    end();
  }
}

/** Says on stderr how far the file is, where that takes a while; returns what ends it. */
function tellProgress(engine: Engine): () => void {
  const tell = progressLine('Lines looked at');
  return engine.subscribe('importProgress', {}, (told) => {
    const progress = told.ok ? ImportProgress.parse(told.value) : null;
    if (progress?.phase === 'judging' && progress.lines > 0) tell(progress.done / progress.lines);
  });
}

async function importBytes(
  engine: Engine,
  bytes: Uint8Array,
  entity: EntityName,
  options: ImportOptions,
): Promise<Result<Imported>> {
  const opened = await engine.call('openImport', { bytes });
  if (!opened.ok) return opened;
  const names = opened.value.columns.map(({ name }) => name);
  const columns = columnsIn(options.map, names);
  if (!columns.ok) return columns;
  const always = pairsIn(options.set, '--set takes FIELD=VALUE');
  if (!always.ok) return always;
  for (const note of opened.value.notes) process.stderr.write(`${note}\n`);
  const { emptyClears = false, onlyExisting = false } = options;
  const looked = await engine.call('previewImport', {
    file: opened.value.file,
    entity,
    columns: columns.value,
    always: Object.fromEntries(always.value),
    emptyClears,
    onlyExisting,
  });
  if (!looked.ok) return looked;
  const { preview, ...told } = looked.value;
  const time = timeText(told.time);
  if (time !== '') process.stderr.write(`Reconciling it takes ${time}.\n`);
  if (options.refused !== undefined && told.summary.refused > 0) {
    const written = await writeRefused(engine, preview, options.refused);
    if (!written.ok) return written;
  }
  const rows = await rowsOf(engine, preview);
  if (!rows.ok) return rows;
  const stays = options.dryRun === true || (options.strict === true && told.summary.refused > 0);
  const staged = stays
    ? success({ staged: 0, left: 0, why: '', undoGroup: '' })
    : await engine.call('stageImport', { preview });
  return staged.ok ? success({ ...told, ...staged.value, rows: rows.value }) : staged;
}

async function readBytes(file: string): Promise<Result<Uint8Array>> {
  try {
    return success(new Uint8Array(file === '-' ? await readStdin(process.stdin) : await readFile(file)));
  } catch (error) {
    return failure(
      'invalid-input',
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}. Nothing was staged.`,
      'Correct its path.',
    );
  }
}

/** `FIELD=COLUMN`; the other way round too, where only that makes sense. */
function columnsIn(said: readonly string[], names: readonly string[]): Result<Record<string, string | null>> {
  const pairs = pairsIn(said, '--map takes FIELD=COLUMN');
  if (!pairs.ok) return pairs;
  const columns: Record<string, string | null> = {};
  for (const [left, right] of pairs.value) {
    const [field, column] = names.includes(right) || !names.includes(left) ? [left, right] : [right, left];
    columns[column] = field === '' ? null : field;
  }
  return success(columns);
}

function pairsIn(said: readonly string[], usage: string): Result<readonly (readonly [string, string])[]> {
  const pairs = said.map(
    (text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const,
  );
  const odd = said.find((text, at) => !text.includes('=') || pairs[at]?.includes('__proto__'));
  return odd === undefined
    ? success(pairs)
    : failure('invalid-input', `${usage}, and not “${odd}”. Nothing was staged.`, 'Correct it.');
}

async function rowsOf(engine: Engine, preview: string): Promise<Result<ImportRow[]>> {
  const rows: ImportRow[] = [];
  for (;;) {
    const page = await engine.call('importRows', { preview, offset: rows.length, limit: 500 });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    if (page.value.rows.length === 0 || rows.length >= page.value.total) return success(rows);
  }
}

async function writeRefused(engine: Engine, preview: string, to: string): Promise<Result<null>> {
  const refused = await engine.call('refusedLines', { preview });
  if (!refused.ok) return refused;
  const path = resolve(to);
  try {
    if (await isReplaceable(path)) await writeFileAtomic(path, refused.value.text);
    else await writeFile(path, refused.value.text, { mode: 0o600 }).catch(unlessUnread);
    return success(null);
  } catch (error) {
    const told = pathFailure(error, path);
    return told.ok
      ? told
      : failure(told.error.code, `${told.error.message} Nothing was staged.`, told.error.next);
  }
}

/** A dry run tells, and is done; else a line that was refused is left to see to. */
const codeOf =
  ({ dryRun }: ImportOptions) =>
  ({ summary, left }: Imported): number =>
    dryRun !== true && summary.refused + left > 0 ? exitCodes.refused : exitCodes.done;

/** Tables come in from files. */
export function addImportCommand(command: AddCommand, run: Run): void {
  command('import <file>', 'stages what a CSV file, a workbook or JSON lines say; - reads standard input')
    .requiredOption('--entity <entity>', `what its lines are about: ${EntityName.options.join(', ')}`)
    .option('--map <field=column>', 'which column holds a field; without, as it looks', collect, [])
    .option('--set <field=value>', 'the same value in every line', collect, [])
    .option('--empty-clears', 'an empty cell takes the value out; without, it stays as it is')
    .option('--only-existing', 'a line that names no record is refused, and makes none')
    .option('--dry-run', 'only say what each line would do')
    .option('--strict', 'stage nothing where a line is refused')
    .option('--refused <file>', 'where the refused lines are written, with why', writtenFile)
    .action((file: string, options: Shared & ImportOptions, own) => {
      const known = EntityName.safeParse(options.entity);
      if (!known.success)
        own.error(`There is no entity "${options.entity}"; choose ${EntityName.options.join(', ')}.`);
      else return run(options, (engine) => importFile(engine, file, known.data, options), codeOf(options));
    });
}
