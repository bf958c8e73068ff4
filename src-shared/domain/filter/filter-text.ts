import type { EntityName } from '../entity';
import { isJsonArray, type JsonValue } from '../json';
import { type Condition, type Filter, type FilterOp, grouped, groupOf } from './condition';
import { filterValueText } from './filter-value';

/** How comparisons are written; what is not here has words of its own. */
export const signs = { eq: '=', ne: '!=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** Conditions as the text that `parseFilter` reads; '' for none. */
export function filterText(entity: EntityName, where: readonly Condition[]): string {
  return where.length === 0 ? '' : written(entity, tidy({ all: where }), null);
}

/** The same without groups that say nothing: of one condition, or inside of one that joins alike. */
function tidy(condition: Condition): Condition {
  const group = groupOf(condition);
  if (group === null) return condition;
  const joins = group.by === 'all' ? 'all' : 'any';
  const of = group.of.map(tidy).flatMap((each) => {
    const inner = groupOf(each);
    return inner?.by === joins ? inner.of : [each];
  });
  return grouped(group.by, of);
}

/** `within`: what the group joins by that it stands in. */
function written(entity: EntityName, condition: Condition, within: 'all' | 'any' | 'none' | null): string {
  const group = groupOf(condition);
  if (group === null) return oneText(entity, condition as Filter);
  const [only] = group.of;
  if (group.by === 'none' && only !== undefined && group.of.length === 1)
    return `not ${written(entity, only, 'none')}`;
  const joins = group.by === 'all' ? 'all' : 'any';
  const text = group.of.map((each) => written(entity, each, joins)).join(joins === 'all' ? ' and ' : ' or ');
  if (group.by === 'none') return `not (${text})`;
  return within === null ? text : `(${text})`;
}

function oneText(entity: EntityName, { field, op, value }: Filter): string {
  const path = /^[^\s=!<>()",]+$/.test(field) ? field : JSON.stringify(field);
  const at = (edge: 'first' | 'last' | null) => (one: JsonValue) => filterValueText(entity, field, one, edge);
  // A day is all of it: from its first moment on, up to its last one.
  const say = at(op === 'gte' || op === 'lt' ? 'first' : op === 'gt' || op === 'lte' ? 'last' : null);
  const list: readonly JsonValue[] =
    typeof value === 'object' && value !== null && isJsonArray(value) ? value : [value];
  const several = `(${list.map(say).join(', ')})`;
  const words: Partial<Record<FilterOp, string>> = {
    in: `in ${several}`,
    nin: `not in ${several}`,
    between: `between ${at('first')(list[0] ?? null)} and ${at('last')(list[1] ?? null)}`,
    contains: `contains ${say(value)}`,
    set: value === true ? 'exists' : 'absent',
    last: `in last ${String(value)}`,
    notLast: `not in last ${String(value)}`,
    next: `in next ${String(value)}`,
  };
  return op in signs
    ? `${path}${signs[op as keyof typeof signs]}${say(value)}`
    : `${path} ${words[op] ?? ''}`;
}
