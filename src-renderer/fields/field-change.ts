import { actAt } from '@shared/domain/acts';
import type { EntityName } from '@shared/domain/entity';
import { imageWords } from '@shared/domain/image-words';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import type { Act } from '@shared/domain/kinds/act';
import type { Kind } from '@shared/domain/kinds/kinds';
import { t } from '@shared/language/t';
import { fieldLabel } from './field-input';
import { fieldText, kindAt, kindText, type Names } from './field-text';

/** How a field's value became another one, as texts of the interface. */
export interface FieldChange {
  /** Undefined where `after` tells both. */
  readonly before: string | undefined;
  readonly after: string;
  /** Of a set: what came and what went, which `after` tells as one text. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** From one value to another; of a set, what came to it and what went: `+ org:reports:read, − org:billing:manage`. */
export function fieldChange(
  entity: EntityName,
  field: string,
  [before, after]: readonly [JsonValue, JsonValue],
  names: Names,
): FieldChange {
  if (actAt(entity, field) !== undefined)
    return { before: undefined, after: actText(entity, actAt(entity, field), after, names) };
  if (kindAt(entity, field) !== 'permissions') {
    return { before: fieldText(entity, field, before, names), after: fieldText(entity, field, after, names) };
  }
  const [old, now] = [items(before), items(after)];
  const added = now.filter((key) => !old.includes(key));
  const removed = old.filter((key) => !now.includes(key));
  const told = [...added.map((key) => `+ ${key}`), ...removed.map((key) => `− ${key}`)].join(', ');
  return { before: undefined, after: told || t('the same list'), added, removed };
}

function items(value: JsonValue): readonly string[] {
  return value !== null && typeof value === 'object' && isJsonArray(value) ? value.map(String) : [];
}

/** Kinds of values that people know by a name, and the service by a key. */
const named: ReadonlySet<string> = new Set<Kind>(['role', 'roles', 'roleMap', 'setKey']);

const isEmpty = (value: JsonValue): boolean =>
  value !== null && typeof value === 'object' && Object.keys(value).length === 0;

/** What an act was done with, as a text; '' for nothing. */
export function actText(entity: EntityName, act: Act | undefined, values: JsonValue, names: Names): string {
  if (values === null || typeof values !== 'object' || isJsonArray(values)) return '';
  const sets = act?.sets?.(values);
  if (sets !== undefined)
    return Object.entries(sets)
      .map(
        ([path, value]) =>
          `${fieldLabel(entity, path)}: ${listText(value) ?? fieldText(entity, path, value, names)}`,
      )
      .join(', ');
  return Object.entries(values)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => {
      const field = act?.values?.[name];
      // A bare number says nothing.
      if (field?.kind === 'number') return `${field.label}: ${value}`;
      return field !== undefined && named.has(field.kind)
        ? kindText(field.kind as Kind, value, names)
        : (imageWords(value) ?? valueText(value));
    })
    .join(', ');
}

const listText = (value: JsonValue): string | undefined =>
  value !== null && typeof value === 'object' && isJsonArray(value)
    ? value.map(valueText).join(', ') || t('none')
    : undefined;

/** One of its values; of pairs what becomes what. */
function valueText(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return String(value);
  return isJsonArray(value)
    ? value.map(valueText).join(', ')
    : Object.entries(value)
        .map(([from, to]) => `${from} → ${valueText(to)}`)
        .join(', ');
}
