import { dateFormat } from './locale';

/** `14:02`, or `2:02 pm` where the system says so. */
export function formatTime(at: number): string {
  return dateFormat({ timeStyle: 'short' }).format(at);
}

/** `14:02` today, `3 Mar, 14:02` otherwise: for "as of" times. */
export function formatClock(at: number, now: number): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return formatTime(at);
  return `${dateFormat({ day: 'numeric', month: 'short' }).format(at)} ${formatTime(at)}`;
}

/** The whole date and time: what hovering over a relative time shows. */
export function formatExact(at: number): string {
  return dateFormat({ dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

/** `Friday, 20 November 2026`. */
export function formatDay(at: number): string {
  return dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** `20 Nov 2026`. */
export function formatDate(at: number): string {
  return dateFormat({ dateStyle: 'medium' }).format(at);
}
