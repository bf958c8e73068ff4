import { fieldText } from '@renderer/fields/field-text';
import { dateFormat } from '@renderer/ui/format/locale';
import type { EntityName } from '@shared/domain/entity';
import { type Condition, type Filter, groupOf } from '@shared/domain/filter/condition';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { type FilterField, fieldOf } from './filter-fields';
import { asksOf, opWords } from './filter-ops';

/** Times that are told by what was done then: "Not signed in for 90 days". */
const done: Readonly<Record<string, string>> = {
  lastSignInAt: t('signed in'),
  lastActiveAt: 'active',
  createdAt: 'created',
  updatedAt: 'changed',
  expiresAt: 'expires',
};
const units: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week' };

/** A condition as a sentence: "Role is Admin or Member", "Not signed in for 90 days". */
export function conditionWords(
  entity: EntityName,
  fields: readonly FilterField[],
  condition: Condition,
): string {
  const group = groupOf(condition);
  if (group === null) return capital(filterWords(entity, fields, condition as Filter));
  const inner = group.of.map((each) => conditionWords(entity, fields, each));
  if (group.by === 'none') return t('Not: {inner}', { inner: inner.join('; nor: ') });
  return `${inner.join(group.by === 'any' ? ' – or – ' : ' – and – ')}`;
}

function filterWords(entity: EntityName, fields: readonly FilterField[], filter: Filter): string {
  const { field, key } = fieldOf(fields, entity, filter.field);
  const asks = asksOf(entity, filter);
  const label = key === '' ? field.label : `${field.label} › ${key.split('.').join(' › ')}`;
  const { value } = filter;
  const say = (one: JsonValue): string => valueWords(entity, filter.field, field, one);
  const list = typeof value === 'object' && value !== null && isJsonArray(value) ? value : [value];
  const verb = done[filter.field];
  switch (asks) {
    case 'last':
      return verb === undefined
        ? t('{label} in the last {value}', { label, value: spanWords(value) })
        : t('{verb} in the last {value}', { verb, value: spanWords(value) });
    case 'notLast':
      return verb === undefined || verb === 'expires' || verb === 'created'
        ? t('{label} not in the last {value}', { label, value: spanWords(value) })
        : t('not {verb} for {value}', { verb, value: spanWords(value) });
    case 'next':
      return verb === 'expires'
        ? t('expires within {value}', { value: spanWords(value) })
        : t('{label} in the next {value}', { label, value: spanWords(value) });
    case 'between':
      return `${label} ${list.map(say).join(' to ')}`;
    case 'exists':
    case 'absent':
      return `${label} ${opWords(field.how, asks).label}`;
    case 'eq':
      return field.how === 'flag'
        ? `${label}: ${value === true ? 'yes' : 'no'}`
        : t('{label} is {value}', { label, value: say(value) });
    case 'in':
      return t('{label} is {list}', { label, list: listWords(list.map(say)) });
    case 'nin':
      return t('{label} is not {list}', { label, list: listWords(list.map(say)) });
    default:
      return `${label} ${opWords(field.how, asks).label.replace(', or never', '')} ${say(value)}${asks === 'lt' && field.how === 'time' ? t(', or never') : ''}`;
  }
}

/** Values that a sentence names; of more there is the number. */
const mostNamed = 10;

const listWords = (values: readonly string[]): string =>
  values.length > mostNamed
    ? t('one of {count, number} values', { count: values.length })
    : values.join(' or ');

/** A value of a field as people say it. */
export function valueWords(entity: EntityName, path: string, field: FilterField, value: JsonValue): string {
  if (field.how === 'time' && typeof value === 'number')
    return dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(value);
  const option = field.options.find((each) => each.value === value);
  if (option !== undefined) return option.label;
  if (value === null || value === '') return 'nothing';
  return field.how === 'metadata'
    ? typeof value === 'string'
      ? value
      : JSON.stringify(value)
    : fieldText(entity, path, value);
}

/** `90d` as "90 days". */
function spanWords(span: JsonValue): string {
  const [, count = '', unit = 'd'] = /^(\d+)([hdw])$/.exec(String(span)) ?? [];
  return `${count} ${units[unit]}${count === '1' ? '' : 's'}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
