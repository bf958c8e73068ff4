import type { Failure } from '@shared/contract/failure';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { Field } from '@shared/domain/kinds/field';
import { blankOf } from '@shared/domain/records/blank-of';
import { inputOf, parseAs } from './field-input';

export type NamedField = readonly [name: string, field: Field];
/** What stands in a form: lines as they were typed, and all else as it was chosen. */
export interface Filled {
  readonly texts: Readonly<Record<string, string>>;
  readonly chosen: Readonly<Record<string, JsonValue | undefined>>;
}

/** What is typed, and kept as a draft. */
export const isTyped = ({ kind }: Field): boolean => ['line', 'lines'].includes(inputOf(kind).by ?? '');

/** What a field shows before anybody chose: what the service takes where nothing is said. */
export const untouched = (field: Field): JsonValue => blankOf(field);

/** The values of a form, or what is wrong with each of its fields, by name. What nobody touched is left to the service. */
export function readInputs(
  fields: readonly NamedField[],
  { texts, chosen }: Filled,
): { readonly values: JsonObject } | { readonly faults: Readonly<Record<string, Failure>> } {
  const values: Record<string, JsonValue> = {};
  const faults: Record<string, Failure> = {};
  for (const [name, field] of fields) {
    const must = field.create === 'must';
    if (!isTyped(field)) {
      const value = chosen[name] ?? (must && field.kind === 'choice' ? untouched(field) : undefined);
      if (value !== undefined) values[name] = value;
      continue;
    }
    const text = texts[name] ?? '';
    if (text.trim() === '' && !must && !inputOf(field.kind).emptySays) continue;
    const read = parseAs(field, text);
    if (read.ok) values[name] = read.value;
    else faults[name] = read.error;
  }
  return Object.keys(faults).length > 0 ? { faults } : { values };
}
