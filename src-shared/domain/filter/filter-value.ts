import type { EntityName } from '../entity';
import type { JsonValue } from '../json';
import type { QueryField } from '../query-field';
import { fieldAt } from '../records/fields-of';

/** What a text says for a field; undefined when nothing that fits. A quoted text is never anything but a text. */
export function readFilterValue(field: QueryField, text: string, quoted: boolean): JsonValue | undefined {
  if (text === 'null' && field.nullable && !quoted) return null;
  switch (field.kind) {
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
      return readNumber(text);
    case 'text':
    case 'choice':
      return text;
    case 'any':
      return quoted ? text : asJson(text);
  }
}

/** A number, or a time as ISO 8601 as milliseconds. */
export function readNumber(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const time = /^\d{4}-\d\d(-\d\d)?(T.*)?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Of a setting the type is not known here: what reads as a flag, a number, null, a list or an object is one. */
function asJson(text: string): JsonValue {
  if (!/^(true|false|null|-?\d+(\.\d+)?|\[.*\]|\{.*\})$/s.test(text)) return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/** Words that would be read as something else than a text. */
const taken = /^(true|false|null|and|or|not|-?\d+(\.\d+)?)$/i;

/** A value as {@link readFilterValue} reads it, quoted where it must be; times as ISO 8601. */
export function filterValueText(entity: EntityName, field: string, value: JsonValue): string {
  if (typeof value === 'number' && fieldAt(entity, field)?.kind === 'time' && value > 86_400_000)
    return new Date(value).toISOString().replace('T00:00:00.000Z', '');
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[\w:.@+\-/*]+$/.test(value) && !taken.test(value) ? value : JSON.stringify(value);
}
