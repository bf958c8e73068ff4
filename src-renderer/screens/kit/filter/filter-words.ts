import { fieldText } from '@renderer/fields/field-text';
import { dateFormat } from '@renderer/ui/format/locale';
import type { EntityName } from '@shared/domain/entity';
import { type Condition, type Filter, groupOf } from '@shared/domain/filter/condition';
import { lastTime } from '@shared/domain/iso-time';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { type FilterField, fieldOf } from './filter-fields';
import { asksOf, opWords } from './filter-ops';

type Within = (span: string) => string;

/** Times that are told by what was done then: "Not signed in for 90 days". */
const done: Readonly<Record<string, Partial<Record<'last' | 'notLast' | 'next', Within>>>> = {
  lastSignInAt: {
    last: (span) => t('signed in in the last {span}', { span }),
    notLast: (span) => t('not signed in for {span}', { span }),
  },
  lastActiveAt: {
    last: (span) => t('active in the last {span}', { span }),
    notLast: (span) => t('not active for {span}', { span }),
  },
  createdAt: { last: (span) => t('created in the last {span}', { span }) },
  updatedAt: {
    last: (span) => t('changed in the last {span}', { span }),
    notLast: (span) => t('not changed for {span}', { span }),
  },
  expiresAt: {
    last: (span) => t('expires in the last {span}', { span }),
    next: (span) => t('expires within {span}', { span }),
  },
};

/** A condition as a sentence: "Role is Admin or Member", "Not signed in for 90 days". */
export function conditionWords(
  entity: EntityName,
  fields: readonly FilterField[],
  condition: Condition,
): string {
  const group = groupOf(condition);
  if (group === null) return capital(filterWords(entity, fields, condition as Filter));
  const inner = group.of.map((each) => conditionWords(entity, fields, each));
  if (group.by === 'none')
    return t('Not: {inner}', {
      inner: inner.reduce((first, second) => t('{first}; nor: {second}', { first, second })),
    });
  return inner.reduce((first, second) =>
    group.by === 'any'
      ? t('{first} – or – {second}', { first, second })
      : t('{first} – and – {second}', { first, second }),
  );
}

function filterWords(entity: EntityName, fields: readonly FilterField[], filter: Filter): string {
  const { field, key } = fieldOf(fields, entity, filter.field);
  const asks = asksOf(entity, filter);
  const label = key === '' ? field.label : `${field.label} › ${key.split('.').join(' › ')}`;
  const { value } = filter;
  const say = (one: JsonValue): string => valueWords(entity, filter.field, field, one);
  const list = typeof value === 'object' && value !== null && isJsonArray(value) ? value : [value];
  const span = spanWords(value);
  const comparison = opWords(field.how, asks).label;
  switch (asks) {
    case 'last':
      return done[filter.field]?.last?.(span) ?? t('{label} in the last {span}', { label, span });
    case 'notLast':
      return done[filter.field]?.notLast?.(span) ?? t('{label} not in the last {span}', { label, span });
    case 'next':
      return done[filter.field]?.next?.(span) ?? t('{label} in the next {span}', { label, span });
    case 'between':
      return t('{label} {from} to {to}', { label, from: say(list[0] ?? null), to: say(list[1] ?? null) });
    case 'exists':
    case 'absent':
      return t('{label} {comparison}', { label, comparison });
    case 'eq':
      return field.how === 'flag'
        ? `${label}: ${value === true ? t('yes') : t('no')}`
        : t('{label} is {value}', { label, value: say(value) });
    case 'in':
      return t('{label} is {list}', { label, list: listWords(list.map(say)) });
    case 'nin':
      return t('{label} is not {list}', { label, list: listWords(list.map(say)) });
    default:
      return asks === 'lt' && field.how === 'time'
        ? t('{label} before {value}, or never', { label, value: say(value) })
        : t('{label} {comparison} {value}', { label, comparison, value: say(value) });
  }
}

/** Values that a sentence names; of more there is the number. */
const mostNamed = 10;

const listWords = (values: readonly string[]): string =>
  values.length > mostNamed
    ? t('one of {count, number} values', { count: values.length })
    : values.reduce((first, second) => t('{first} or {second}', { first, second }));

/** A value of a field as people say it. */
export function valueWords(entity: EntityName, path: string, field: FilterField, value: JsonValue): string {
  if (field.how === 'time' && typeof value === 'number')
    return value > lastTime
      ? String(value)
      : dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(value);
  const option = field.options.find((each) => each.value === value);
  if (option !== undefined) return option.label;
  if (value === null || value === '') return t('nothing');
  return field.how === 'metadata'
    ? typeof value === 'string'
      ? value
      : JSON.stringify(value)
    : fieldText(entity, path, value);
}

/** `90d` as "90 days". */
function spanWords(span: JsonValue): string {
  const [, digits = '', unit] = /^(\d+)([hdw])$/.exec(String(span)) ?? [];
  const count = Number(digits);
  if (unit === 'h') return t('{count, plural, one {# hour} other {# hours}}', { count });
  if (unit === 'w') return t('{count, plural, one {# week} other {# weeks}}', { count });
  return t('{count, plural, one {# day} other {# days}}', { count });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
