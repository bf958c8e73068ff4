import { resolve } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { type ExportFormat, type ExportReport, exportFormats } from '@shared/contract/export';
import { type Result, success } from '@shared/contract/failure';
import { EntityName } from '@shared/domain/entity';
import { exportColumn, furtherColumns } from '@shared/domain/export/export-columns';
import { Option } from 'commander';
import { collect, fieldList, pastMoment, writtenFile } from './option-values';
import { type QueryOptions, queryOf, viewFile } from './query-of';
import type { AddCommand, Run, Shared } from './shared-options';

interface ExportOptions extends QueryOptions {
  readonly format: ExportFormat;
  readonly out: string;
  readonly columns: readonly string[];
  readonly asOf?: number;
  readonly pseudonymise?: boolean;
}

async function exportTable(
  engine: Engine,
  entity: EntityName,
  options: ExportOptions,
): Promise<Result<ExportReport & { readonly file: string }>> {
  const query = await queryOf(engine, entity, options);
  if (!query.ok) return query;
  const { format, columns, asOf, pseudonymise } = options;
  const file = resolve(options.out);
  const view = options.view === undefined ? success(null) : await viewFile(options.view, entity);
  if (!view.ok) return view;
  // Of a past moment a view leaves with what is kept of that.
  const further = asOf === undefined ? [] : furtherColumns(entity).map(({ path }) => path);
  const shown =
    view.value?.columns.filter(
      (path) => exportColumn(entity, path) !== undefined && !further.includes(path),
    ) ?? [];
  const written = await engine.exportTable(file, {
    query: query.value,
    format,
    columns: columns.length === 0 ? shown : [...columns],
    asOf,
    pseudonymise,
  });
  if (!written.ok) return written;
  if (written.value.changedMeanwhile)
    process.stderr.write('Rows were written meanwhile: the file may hold one as it was before.\n');
  if (written.value.cut > 0)
    process.stderr.write(`${written.value.cut} texts were too long for a cell, and were cut.\n`);
  return success({ file, ...written.value });
}

/** Tables leave as files. */
export function addExportCommand(command: AddCommand, run: Run): void {
  command('export <entity>', `a table of ${EntityName.options.join(', ')} as a file`)
    .addOption(new Option('--format <format>', 'of the file').choices([...exportFormats]).default('csv'))
    .requiredOption(
      '--out <file>',
      'where it is written; what is there is replaced once it is whole',
      writtenFile,
    )
    .option('--where <conditions>', 'as of list; several must all hold', collect, [])
    .option('--view <file>', 'what a view of this file asks for, with its columns')
    .option('--scope <organization id>', 'only what is inside of this organization', '')
    .option('--text <needle>', 'text search', '')
    .option(
      '--sort <[-]field[:desc]>',
      'sort order; several: the first before the next; that of the ids without',
      collect,
      [],
    )
    .option('--columns <a,b>', 'fields; all without', fieldList, [])
    .option('--as-of <time>', 'as the service held it then: ISO 8601 or ms', pastMoment)
    .option('--pseudonymise', 'replaces names, addresses, ids and metadata, the same by the same')
    .action((entity: string, options: Shared & ExportOptions, own) => {
      const known = EntityName.safeParse(entity);
      if (!known.success)
        own.error(`There is no entity "${entity}"; choose ${EntityName.options.join(', ')}.`);
      else return run(options, (engine) => exportTable(engine, known.data, options));
    });
}
