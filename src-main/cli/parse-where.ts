import { failure, type Result, success } from '@shared/contract/failure';
import type { Filter, PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import { misfit, type QueryField, queryField, queryFields } from '@shared/domain/query-field';
import { pickedBeside } from '@shared/domain/records/beside';

const operators = { '!=': 'ne', '>=': 'gte', '<=': 'lte', '=': 'eq' } as const;
const shape = /^([^=!<>]+)(!=|>=|<=|=)(.*)$/s;

/** Reads `field=value` conditions; the value takes the type that the entity's schema gives the field. */
export function parseWhere(entity: EntityName, conditions: readonly string[]): Result<Filter[]> {
  const filters: Filter[] = [];
  for (const condition of conditions) {
    const [, path = '', operator = '', text = ''] = shape.exec(condition) ?? [];
    const field = queryField(entity, path.trim());
    if (field === null) {
      return failure(
        'invalid-input',
        `--where ${JSON.stringify(condition)} is not field=value with a field of ${entity}.`,
        `Its fields are: ${queryFields(entity).join(', ')}.`,
      );
    }
    const value = readValue(field, text);
    const wrong = value === undefined ? misfit(field, null) : misfit(field, value);
    if (value === undefined || wrong !== null) {
      return failure(
        'invalid-input',
        `--where ${JSON.stringify(condition)}: ${path} ${wrong ?? 'takes another value'}.`,
        field.kind === 'number' ? 'Give a number, or a time as ISO 8601 or ms.' : 'Correct the value.',
      );
    }
    filters.push({ field: path.trim(), op: operators[operator as keyof typeof operators], value });
  }
  return success(filters);
}

/** What a text says for a field; undefined when nothing that fits. */
function readValue(field: QueryField, text: string): JsonValue | undefined {
  if (text === 'null' && field.nullable) return null;
  switch (field.kind) {
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
      return readNumber(text);
    case 'text':
    case 'choice':
      return text;
    case 'any':
      return asJson(text);
  }
}

/** A number, or a time as ISO 8601 as milliseconds. */
export function readNumber(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const time = /^\d{4}-\d\d(-\d\d)?(T.*)?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Of a setting the type is not known here: what reads as a flag, a number or null is one. */
function asJson(text: string): JsonValue {
  return /^(true|false|null|-?\d+(\.\d+)?)$/.test(text) ? (JSON.parse(text) as JsonValue) : text;
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
