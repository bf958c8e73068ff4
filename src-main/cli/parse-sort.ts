import { failure, type Result, success } from '@shared/contract/failure';
import type { PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { queryField, queryFields } from '@shared/domain/query-field';

export type Sorting = Pick<PageRequest, 'sort' | 'thenBy'>;
type SortKey = NonNullable<PageRequest['sort']>;

const mostKeys = 3;
const asWritten = 'Write [-]field or field:desc, and --sort again for rows that are equal by it.';

/** Reads the keys of several `--sort`, the first before the next. An empty one is a variable that was not set in a script. */
export function parseSort(entity: EntityName, texts: readonly string[]): Result<Sorting> {
  const keys: SortKey[] = [];
  for (const text of texts.filter((each) => each.trim() !== '')) {
    const turned = text.startsWith('-');
    const [field = '', direction = turned ? 'desc' : 'asc', ...more] = text.slice(Number(turned)).split(':');
    const said = `--sort ${JSON.stringify(text)}`;
    if (queryField(entity, field) === null)
      return text.includes(',')
        ? refused(`${said} names more than one field`)
        : refused(
            `${said}: ${entity} cannot be sorted by it; its fields are ${queryFields(entity).join(', ')}`,
          );
    if ((direction !== 'asc' && direction !== 'desc') || more.length > 0)
      return refused(`${said}: behind a field stands :asc or :desc`);
    if (keys.some((key) => key.field === field)) return refused(`--sort names ${field} twice`);
    keys.push({ field, direction });
  }
  if (keys.length > mostKeys) return refused(`--sort takes ${mostKeys} fields at most`);
  const [sort, ...thenBy] = keys;
  return success(sort === undefined ? {} : { sort, thenBy });
}

const refused = (message: string): Result<never> => failure('invalid-input', `${message}.`, asWritten);
