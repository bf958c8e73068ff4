import { type Result, success } from '@shared/contract/failure';
import type { Condition } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { parseFilter } from '@shared/domain/filter/parse-filter';

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
