import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { z } from 'zod';
import { checkScope } from './check-scope';
import { fewOf, parseWhere } from './parse-where';

export interface QueryOptions {
  readonly where: readonly string[];
  readonly text: string;
  readonly sort: string;
  /** Id of the organization that the list is narrowed to; '' for none. */
  readonly scope: string;
}

/** What the options of a list ask for. */
export async function queryOf(
  engine: Engine,
  entity: EntityName,
  options: QueryOptions & Partial<Pick<PageQuery, 'limit' | 'offset'>>,
): Promise<Result<PageQuery>> {
  const { few, rest } = fewOf(entity, options.where);
  const where = parseWhere(entity, rest);
  if (!where.ok) return where;
  const scoped = await checkScope(engine, entity, options.scope);
  if (!scoped.ok) return scoped;
  const turned = options.sort.startsWith('-');
  const [field = '', direction = turned ? 'desc' : 'asc', ...more] = options.sort
    .slice(Number(turned))
    .split(':');
  const query = PageQuery.safeParse({
    entity,
    where: where.value,
    scope: options.scope,
    few,
    text: options.text,
    limit: options.limit,
    offset: options.offset,
    ...(options.sort === '' ? {} : { sort: { field, direction: [direction, ...more].join(':') } }),
  });
  return query.success
    ? success(query.data)
    : failure(
        'invalid-input',
        `The list cannot be asked so: ${z.prettifyError(query.error)}`,
        'See docs/cli.md.',
      );
}
