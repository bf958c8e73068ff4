import { usualWaitMs } from '@shared/domain/retry-policy';

/** Longer than that nobody means, ms: what is told as a time must be one. */
const longestToldMs = 366 * 86_400_000;

/** Several headers come as one, with commas between; a date has one behind its weekday. */
const between = /(?<=\d|GMT)\s*,\s*/;

/**
 * `Retry-After` in ms (RFC 9110, 10.2.3): seconds, or a date. A date is the service's, and so is the clock that it is
 * measured against; 0 for what is missing, past, negative or no time at all, and a year at most. Of several the longest counts.
 *
 * @param serviceNow ms since 1970 by the service's clock
 */
export function retryAfterMs(header: string | null, serviceNow: number): number {
  const waits = (header ?? '').split(between).map((text) => waitOf(text.trim(), serviceNow));
  return Math.max(...waits);
}

function waitOf(text: string, serviceNow: number): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(longestToldMs, Number(text) * 1_000);
  if (!/[A-Za-z]/.test(text)) return 0;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.min(longestToldMs, Math.max(0, date - serviceNow));
}

/** How long to wait after a 429, ms: as told, else a little. */
export function waitAfterRefusal(toldMs: number): number {
  return toldMs > 0 ? toldMs : usualWaitMs;
}
