import type { RecordId } from '../ids';
import type { JsonValue } from '../json';
import type { AnyField } from '../kinds/field';
import { kindSpec } from '../kinds/kinds';

const nobody = '' as RecordId;

/** The value of a field that nothing was set of, in a record made at `at`, ms since 1970. */
export function blankOf(field: AnyField, id = nobody, at = 0): JsonValue {
  if (field.blank !== undefined) return field.blank(id, at);
  if (field.kind !== 'group') return kindSpec(field.kind).blank;
  return Object.fromEntries(
    Object.entries(field.parts).map(([part, inner]) => [part, blankOf(inner, id, at)]),
  );
}
