import { t } from '../../language/t';
import type { EditableField } from '../editable-fields';
import type { JsonValue } from '../json';
import type { Known } from '../kinds/kind';
import { kindSpec } from '../kinds/kinds';

/** What is wrong with a value for an editable field, as the end of a sentence; null when it can be staged. */
export function valueFault(
  { kind, options, fault }: Pick<EditableField, 'kind' | 'options' | 'fault'>,
  value: JsonValue,
  known: Known,
): string | null {
  if (options === undefined) return kindSpec(kind).fault(value, known) ?? fault?.(value) ?? null;
  return options.includes(String(value))
    ? null
    : t('must be one of {options}', { options: options.join(', ') });
}
