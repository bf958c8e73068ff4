import { z } from 'zod';
import { exportColumn, exportColumns, furtherColumns } from '../domain/export/export-columns';
import { t } from '../language/t';
import { HistoryQuery } from './history';
import { PageQuery } from './page';

export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Which rows and columns of a table leave as a file, and how. */
const TableExport = z
  .object({
    kind: z.literal('table').optional(),
    /** As a table asks for them; its page says nothing here. */
    query: PageQuery,
    /** Paths of fields; none: all of the entity. */
    columns: z.array(z.string()).max(200).default([]),
    format: z.enum(exportFormats),
    /** The table as the service held it at that moment (ms); undefined: as it is now, with what is staged. */
    asOf: z.number().optional(),
    /** Names, addresses, ids and metadata replaced, the same by the same. */
    pseudonymise: z.boolean().default(false),
  })
  .check((context) => {
    const { query, columns, asOf } = context.value;
    const further = furtherColumns(query.entity).map(({ path }) => path);
    const known = [...exportColumns(query.entity).map(({ path }) => path), ...further];
    const unkept = asOf === undefined ? [] : columns.filter((path) => further.includes(path));
    if (unkept.length > 0)
      context.issues.push({
        code: 'custom',
        message: t('what {columns} was at a past moment is not known', { columns: unkept.join(', ') }),
        input: columns,
      });
    const twice = columns.find((path, at) => columns.indexOf(path) !== at);
    if (twice !== undefined)
      context.issues.push({
        code: 'custom',
        message: t('{twice} is asked for twice: no file has two columns of one name', { twice }),
        input: columns,
      });
    const strange = columns.filter((path) => exportColumn(query.entity, path) === undefined);
    if (strange.length > 0)
      context.issues.push({
        code: 'custom',
        message: t(
          '{entity} has no column {strange}; its columns are {known}, and paths inside of metadata',
          { entity: query.entity, strange: strange.join(', '), known: known.join(', ') },
        ),
        input: columns,
      });
  });
export type TableExport = z.output<typeof TableExport>;

/** Which entries of history leave as a file, and how: all that match, newest first. */
const HistoryExport = z.object({
  kind: z.literal('history'),
  query: HistoryQuery.omit({ limit: true, beforeSeq: true }),
  format: z.enum(exportFormats),
  /** As of tables; hashes are left out, since whoever guesses an entry could prove it by them. */
  pseudonymise: z.boolean().default(false),
});
export type HistoryExport = z.output<typeof HistoryExport>;

export const ExportRequest = z.discriminatedUnion('kind', [TableExport, HistoryExport]);
export type ExportRequest = z.output<typeof ExportRequest>;

/** What became of an export. */
export const ExportReport = z.object({
  rows: z.number().int(),
  bytes: z.number().int(),
  columns: z.array(z.string()),
  /** Texts that were longer than a cell of the format takes, and were cut. */
  cut: z.number().int(),
  /** Rows were written while the file was: one of them may be in it as it was before, or missing. Never of history. */
  changedMeanwhile: z.boolean(),
});
export type ExportReport = z.infer<typeof ExportReport>;
