import type { EntityName } from '../entity';
import { lastTime, readMoment } from '../iso-time';
import type { JsonValue } from '../json';
import type { QueryField } from '../query-field';
import { fieldAt } from '../records/fields-of';
import { dayMs } from '../utc-day';

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
  return readMoment(/^\d{4}-\d\d$/.test(text) ? `${text}-01` : text) ?? undefined;
}

/** The last moment of what a text means: of a day, or of a month, its end (UTC); of anything else itself, as `from` has it. */
export function lastMoment(text: string, from: number): number {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return from + dayMs - 1;
  if (!/^\d{4}-\d\d$/.test(text)) return from;
  const [year = 0, month = 1] = text.split('-').map(Number);
  return Date.UTC(year, month) - 1;
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

/** Which end of a day a time must be to be told as that day; null where a day would mean all of it. */
export type DayEdge = 'first' | 'last' | null;

/** A time as {@link readNumber} reads it: a day, a moment, or the number that it is, which one that has no date is. */
export function timeText(value: number, edge: DayEdge): string {
  if (value <= dayMs || value > lastTime) return String(value);
  const moment = new Date(value).toISOString();
  const end = edge === 'first' ? 'T00:00:00.000Z' : 'T23:59:59.999Z';
  return edge === null ? moment : moment.replace(end, '');
}

/** A value as {@link readFilterValue} reads it, quoted where it must be; times as ISO 8601. */
export function filterValueText(entity: EntityName, field: string, value: JsonValue, edge: DayEdge): string {
  if (typeof value === 'number' && fieldAt(entity, field)?.kind === 'time') return timeText(value, edge);
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[\w:.@+\-/*]+$/.test(value) && !taken.test(value) ? value : JSON.stringify(value);
}
