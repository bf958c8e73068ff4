import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { EntityName } from '@shared/domain/entity';
import { comparedField, comparedFields } from '@shared/domain/query-field';
import { collect, pageLimit, wholeNumber } from './option-values';
import { type QueryOptions, queryOf, viewFile } from './query-of';
import type { AddCommand, Run, Shared } from './shared-options';

interface ListOptions extends QueryOptions {
  readonly limit: number;
  readonly offset: number;
  /** Field that rows are counted by, instead of being listed. */
  readonly groupBy?: string;
}

/** Rows of one entity as the window would show them. */
export async function list(engine: Engine, entity: EntityName, options: ListOptions) {
  const query = await queryOf(engine, entity, options);
  if (!query.ok) return query;
  const page = await engine.call('page', query.value);
  if (!page.ok) return page;
  // What stands beside a row is a field of it to a script.
  const rows = page.value.rows.map((row) => ({ ...page.value.extras[String(row.id)], ...row }));
  return success({ ...page.value, rows });
}

/** How many of these rows hold each value of a field. */
async function groupRows(engine: Engine, entity: EntityName, options: ListOptions, groupBy: string) {
  if (comparedField(entity, groupBy) === null)
    return failure(
      'invalid-input',
      `--group-by ${JSON.stringify(groupBy)}: rows of ${entity} are not counted by it; its fields are ${comparedFields(entity).join(', ')}.`,
      'Name one of them, or a path inside of metadata.',
    );
  const { limit, ...asked } = options;
  const query = await queryOf(engine, entity, { ...asked, offset: 0 });
  if (!query.ok) return query;
  const groups = await engine.call('groups', { query: query.value, field: groupBy, limit });
  return groups.ok ? success({ entity, groupBy, ...groups.value }) : groups;
}

/** Tables are listed, and counted by a field. */
export function addListCommand(command: AddCommand, run: Run): void {
  command('list <entity>', `rows of ${EntityName.options.join(', ')}`)
    .option(
      '--where <conditions>',
      'such as "role=org:admin and createdAt in last 7d"; several must all hold',
      collect,
      [],
    )
    .option('--view <file>', 'what a view of this file asks for, too')
    .option('--group-by <field>', 'counts per value of a field, instead of rows; that of the view without')
    .option('--scope <organization id>', 'only what is inside of this organization', '')
    .option('--text <needle>', 'text search', '')
    .option('--sort <[-]field[:desc]>', 'sort order; several: the first before the next', collect, [])
    .option('--limit <n>', 'rows or groups at most, 1 to 500', pageLimit, 50)
    .option('--offset <n>', 'rows to skip', wholeNumber, 0)
    .action((entity: string, options: Shared & ListOptions, own) => {
      const known = EntityName.safeParse(entity);
      if (!known.success)
        return own.error(`There is no entity "${entity}"; choose ${EntityName.options.join(', ')}.`);
      return run(options, async (engine): Promise<Result<object>> => {
        const view = options.view === undefined ? success(null) : await viewFile(options.view, known.data);
        if (!view.ok) return view;
        const groupBy = options.groupBy ?? view.value?.groupBy ?? '';
        return groupBy === ''
          ? list(engine, known.data, options)
          : groupRows(engine, known.data, options, groupBy);
      });
    });
}
