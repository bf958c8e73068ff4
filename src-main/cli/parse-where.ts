import { failure, type Result, success } from '@shared/contract/failure';
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
    // A shell that puts nothing there: kept filters may mean the empty text by it.
    const lacking = /^(.*[^!<>=])=$/.exec(text.trim())?.[1];
    if (lacking !== undefined)
      return failure(
        'invalid-input',
        `--where ${lacking.trim()} lacks a value before the end.`,
        'Give one; the empty text is "".',
      );
    where.push(...parsed.value);
  }
  return success(where);
}
