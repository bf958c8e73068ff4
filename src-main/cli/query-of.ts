import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { longestNeedle, PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { readView, type TableView } from '@shared/domain/views/table-view';
import { z } from 'zod';
import { checkScope } from './check-scope';
import { checkWords } from './check-words';
import { parseSort, type Sorting } from './parse-sort';
import { parseWhere } from './parse-where';
import { readTextFile } from './read-json-file';

export interface QueryOptions {
  readonly where: readonly string[];
  readonly text: string;
  /** Of several the first goes before the next. */
  readonly sort: readonly string[];
  /** Id of the organization that the list is narrowed to; '' for none. */
  readonly scope: string;
  /** File of a view. */
  readonly view?: string;
}

const sortedAs = (view: TableView | null): Sorting => {
  const [sort, ...thenBy] = view?.sort ?? [];
  return sort === undefined ? {} : { sort, thenBy };
};

/** The view of a file, which must be one of the entity. */
export async function viewFile(file: string, entity: EntityName): Promise<Result<TableView>> {
  const text = await readTextFile(file, 'asked');
  if (!text.ok) return text;
  const view = readView(text.value);
  if (!view.ok || view.value.entity === entity) return view;
  return failure(
    'invalid-input',
    `${file} is a view of ${view.value.entity}, and not of ${entity}.`,
    `Ask for ${view.value.entity}, or give another file.`,
  );
}

/** What the options of a list ask for; what they say themselves goes before what a view says, and conditions of both must hold. */
export async function queryOf(
  engine: Engine,
  entity: EntityName,
  options: QueryOptions & Partial<Pick<PageQuery, 'limit' | 'offset'>>,
): Promise<Result<PageQuery>> {
  const read = options.view === undefined ? success(null) : await viewFile(options.view, entity);
  if (!read.ok) return read;
  const view = read.value;
  const where = parseWhere(entity, [...(view === null ? [] : [view.where]), ...options.where]);
  if (!where.ok) return where;
  const words = await checkWords(engine, entity, where.value);
  if (!words.ok) return words;
  const scoped = await checkScope(engine, entity, options.scope);
  if (!scoped.ok) return scoped;
  const sorted = parseSort(entity, options.sort);
  if (!sorted.ok) return sorted;
  if (options.text.length > longestNeedle)
    return failure(
      'invalid-input',
      `--text takes ${longestNeedle} characters at most, and this has ${options.text.length}.`,
      'Look for a part of it.',
    );
  const query = PageQuery.safeParse({
    entity,
    where: where.value,
    scope: options.scope,
    text: options.text || (view?.text ?? ''),
    limit: options.limit,
    offset: options.offset,
    ...(sorted.value.sort === undefined ? sortedAs(view) : sorted.value),
  });
  return query.success
    ? success(query.data)
    : failure(
        'invalid-input',
        `The list cannot be asked so: ${z.prettifyError(query.error)}`,
        'See docs/cli.md.',
      );
}
