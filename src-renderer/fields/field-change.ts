import { actAt } from '@shared/domain/acts';
import type { EntityName } from '@shared/domain/entity';
import { imageWords } from '@shared/domain/image-words';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { fieldText, kindAt, type Names } from './field-text';

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
  if (actAt(entity, field) !== undefined) return { before: undefined, after: actText(after) };
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

/** What an act was done with, as a text; '' for nothing. */
export const actText = (values: JsonValue): string =>
  values !== null && typeof values === 'object'
    ? Object.values(values)
        .map((value) => imageWords(value) ?? String(value))
        .join(', ')
    : '';
