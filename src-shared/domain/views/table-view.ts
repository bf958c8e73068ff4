import { z } from 'zod';
import { t } from '../../language/t';
import { EntityName } from '../entity';
import { failure, type Result, success } from '../failure';
import { filterText } from '../filter/filter-text';
import { parseFilter } from '../filter/parse-filter';
import { comparedField, queryField } from '../query-field';
import { countedBeside } from '../records/beside';

export const viewFormat = 'tenantry-view/1';

/** A view of a table, as a file: what it is filtered, sorted and grouped by, and which columns it shows. Spans stay spans (`in last 90d`). */
export const TableView = z.strictObject({
  format: z.literal(viewFormat),
  name: z.string().trim().min(1).max(80),
  screen: z.string().max(60),
  entity: EntityName,
  /** Conditions as text (docs/cli.md). */
  where: z.string().max(20_000).default(''),
  /** Search. */
  text: z.string().max(200).default(''),
  /** In files of older versions: only rows of which so few others tell. It is a condition like any other by now. */
  few: z.strictObject({ figure: z.string(), atMost: z.number().int().min(0).max(1_000) }).optional(),
  sort: z
    .array(z.strictObject({ field: z.string(), direction: z.enum(['asc', 'desc']) }))
    .max(3)
    .default([]),
  /** What columns show, in their order, by field; a column without a field by its name. None: as the table comes. */
  columns: z.array(z.string().max(200)).max(200).default([]),
  /** Field that rows are counted by. */
  groupBy: z.string().max(200).default(''),
});
export type TableView = Omit<z.output<typeof TableView>, 'few'>;

/** A view out of the text of a file; what it cannot be is said, and nothing of it is taken. */
export function readView(text: string): Result<TableView> {
  const refuse = (message: string, next: string): Result<never> => failure('invalid-input', message, next);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse(t('The file is no JSON.'), t('Choose a file that Views › Save as file wrote.'));
  }
  const read = TableView.safeParse(raw);
  if (!read.success)
    return refuse(
      t('The file is no view: {faults}', { faults: z.prettifyError(read.error).replace(/\s+/g, ' ') }),
      t('It must be one of {viewFormat}.', { viewFormat }),
    );
  const { few, ...view } = read.data;
  const { entity, where, sort, groupBy } = view;
  const parsed = parseFilter(entity, where);
  if (!parsed.ok) return parsed;
  if (few !== undefined && countedBeside(entity, few.figure) === null)
    return refuse(
      t('Nothing called {figure} is counted of {entity}.', { figure: few.figure, entity }),
      t('Correct few in the file.'),
    );
  const strange =
    sort.map(({ field }) => field).find((field) => queryField(entity, field) === null) ??
    (groupBy === '' || comparedField(entity, groupBy) !== null ? undefined : groupBy);
  if (strange !== undefined)
    return refuse(
      t('{strange} is no field of {entity}.', { strange, entity }),
      t('Correct sort or groupBy in the file.'),
    );
  if (few === undefined) return success(view);
  const atMost = { field: few.figure, op: 'lte', value: few.atMost } as const;
  return success({ ...view, where: filterText(entity, [...parsed.value, atMost]) });
}
