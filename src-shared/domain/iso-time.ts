/** A day, or a moment with or without its offset (ISO 8601); a blank before the time is taken too. */
const isoTime =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:(Z)|([+-]\d{2}):?(\d{2}))?)?$/;

/** No later one has a date (ECMA-262, Time Values), ms. */
export const lastTime = 8.64e15;

/**
 * A text as a moment, ms since 1970; null where it is none: the 31st of February would be a day of March. A day begins at midnight UTC, and
 * a time without an offset is of UTC, whoever reads it and where.
 */
export function readMoment(text: string): number | null {
  const [, day, time = '00:00', , hours = '+00', minutes = '00'] = isoTime.exec(text) ?? [];
  if (day === undefined) return null;
  const midnight = Date.parse(day);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return null;
  const at = Date.parse(`${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(at) ? null : at;
}
