import { t } from '../../language/t';
import type { EntityName } from '../entity';
import { isJsonArray, type JsonValue } from '../json';
import { comparedField, comparedFields, misfit, type QueryField } from '../query-field';
import { type Condition, type Filter, filtersIn, groupOf } from './condition';
import { spanOf } from './span';

/** Groups inside of groups, and conditions in all: more than anybody writes, and far less than a store takes. */
const mostLevels = 8;
const mostConditions = 200;
/** Values of one condition: an organization has so many people at most that a scope names. */
const longestText = 500;

/** What is wrong with conditions for an entity, as a sentence without its end; null when they can be asked. */
export function conditionFault(entity: EntityName, where: readonly Condition[]): string | null {
  if (depthOf(where) > mostLevels)
    return t('conditions stand in each other {mostLevels, number} levels deep at most', { mostLevels });
  const filters = filtersIn(where);
  if (filters.length > mostConditions)
    return t('{mostConditions, number} conditions can be asked at once at most', { mostConditions });
  for (const filter of filters) {
    const fault = filterFault(entity, filter);
    if (fault !== null) return fault;
  }
  return null;
}

/** The same of one condition. */
export function filterFault(entity: EntityName, { field, op, value }: Filter): string | null {
  const found = comparedField(entity, field);
  if (found === null)
    return t('{field} is no field of {entity}; its fields are {fields}', {
      field: JSON.stringify(field),
      entity,
      fields: comparedFields(entity).join(', '),
    });
  const wrong = valueFault(found, op, value);
  return wrong === null ? null : `${field} ${wrong}`;
}

function valueFault(field: QueryField, op: Filter['op'], value: JsonValue): string | null {
  const each = (values: readonly JsonValue[]): string | null =>
    values.map((one) => misfit(field, one)).find((wrong) => wrong !== null) ?? null;
  switch (op) {
    case 'in':
    case 'nin':
      return each(listed(value) ?? [value]);
    case 'between': {
      const ends = listed(value);
      if (ends?.length !== 2 || ends.includes(null)) return t('between takes two values');
      return each(ends);
    }
    case 'contains':
      if (field.kind === 'number' || field.kind === 'flag') return t('holds no text');
      return typeof value === 'string' && value !== '' && value.length <= longestText
        ? null
        : t('contains takes a text');
    case 'set':
      return typeof value === 'boolean' ? null : t('exists or is absent');
    case 'last':
    case 'notLast':
    case 'next':
      if (field.kind !== 'number' && field.kind !== 'any') return t('is no time');
      return typeof value === 'string' && spanOf(value) !== null
        ? null
        : t('takes a span such as 90d, 12h or 2w');
    default:
      return misfit(field, value);
  }
}

const listed = (value: JsonValue): readonly JsonValue[] | null =>
  typeof value === 'object' && value !== null && isJsonArray(value) ? value : null;

function depthOf(where: readonly Condition[]): number {
  return Math.max(
    0,
    ...where.map((condition) => {
      const group = groupOf(condition);
      return group === null ? 0 : 1 + depthOf(group.of);
    }),
  );
}
