import { t } from '@shared/language/t';

/** A moment to compare from, by name. */
export interface Preset {
  readonly value: string;
  readonly label: string;
  /** ms since 1970. */
  readonly at: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as a `datetime-local` field takes it, in local time: `2026-11-24T17:05`. */
export function toField(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Null for what is no moment. */
export function fromField(text: string): number | null {
  const at = new Date(text).getTime();
  return text === '' || Number.isNaN(at) ? null : at;
}

/** Moments that people ask from, as far back as they are known. `first`: of the first complete copy; both in ms. */
export function presets(first: number, now: number): readonly Preset[] {
  const midnight = (daysAgo: number): number => {
    const date = new Date(now);
    date.setHours(0, 0, 0, 0);
    date.setDate(date.getDate() - daysAgo);
    return date.getTime();
  };
  const sinceMonday = (new Date(now).getDay() + 6) % 7;
  const known = [
    { value: 'today', label: t('Since midnight'), at: midnight(0) },
    { value: 'yesterday', label: t('Since yesterday'), at: midnight(1) },
    { value: 'monday', label: t('Since Monday'), at: midnight(sinceMonday) },
    { value: 'month', label: t('Last 30 days'), at: midnight(30) },
  ].filter(({ at }) => at > first);
  return [...known, { value: 'first', label: t('Since the first copy'), at: first }];
}

/** Where one begins who has chosen nothing: Monday, or the first copy when that is later. */
export function defaultMoment(first: number, now: number): number {
  return presets(first, now).find(({ value }) => value === 'monday')?.at ?? first;
}
