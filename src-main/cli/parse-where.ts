import { type Result, success } from '@shared/contract/failure';
import type { Condition, PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { pickedBeside } from '@shared/domain/records/beside';

/** Reads the conditions of several `--where`: all must hold. */
export function parseWhere(entity: EntityName, conditions: readonly string[]): Result<Condition[]> {
  const where: Condition[] = [];
  for (const text of conditions) {
    const parsed = parseFilter(entity, text);
    if (!parsed.ok)
      return { ...parsed, error: { ...parsed.error, message: `--where ${parsed.error.message}` } };
    where.push(...parsed.value);
  }
  return success(where);
}

interface Few {
  readonly few: PageRequest['few'];
  readonly rest: readonly string[];
}

/** Of conditions the one on what is counted beside the rows and stands on none: `organizations=0`, `admins<=1`. */
export function fewOf(entity: EntityName, conditions: readonly string[]): Few {
  for (const condition of conditions) {
    const [, figure = '', operator, most] = /^\s*(\w+)\s*(<=|=)\s*(\d+)$/.exec(condition) ?? [];
    const atMost = Number(most);
    if (pickedBeside(entity, figure) === null || (operator === '=' && atMost !== 0)) continue;
    return { few: { figure, atMost }, rest: conditions.filter((each) => each !== condition) };
  }
  return { few: undefined, rest: conditions };
}
