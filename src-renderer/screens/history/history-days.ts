import { type FilterOption, optionsOf } from '@renderer/ui/controls/filter-option';
import { t } from '@shared/language/t';

/** The days that a feed is narrowed to, by name; `days`: from one day to another, both included. */
export const dayOptions: readonly FilterOption[] = optionsOf({
  '': t('Any time'),
  today: t('Today'),
  week: t('Last 7 days'),
  month: t('Last 30 days'),
  days: t('Days of your choice'),
  run: t('One run'),
});

const before: Readonly<Record<string, number>> = { today: 0, week: 6, month: 29 };

/** The first moment of a day, ms; `days` later where that is said. Null for what is no day. */
function startOf(day: Date, days = 0): number | null {
  const start = new Date(day);
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() + days);
  return Number.isNaN(start.getTime()) ? null : start.getTime();
}

/** A day as a `date` field writes it, in local time. */
const dayOf = (text: string | undefined): Date => new Date(text ? `${text}T00:00` : Number.NaN);

/** What the route asks for (`when`, `first`, `last`) in ms, the second one being the end of the last day; of a run, its own ends. Pure. */
export function daysAsked(
  { when = '', first, last }: Readonly<Record<string, string | undefined>>,
  now: number,
): { readonly from?: number; readonly to?: number } {
  if (when === 'run') return { ...momentOf('from', first), ...momentOf('to', last) };
  const back = before[when];
  const from = back === undefined ? startOf(dayOf(first)) : startOf(new Date(now), -back);
  const end = back === undefined ? startOf(dayOf(last), 1) : null;
  if (when === '' || (back === undefined && when !== 'days')) return {};
  return { ...(from !== null && { from }), ...(end !== null && { to: end - 1 }) };
}

/** The end of a run, ms; nothing where the route says none. */
function momentOf(
  end: 'from' | 'to',
  text: string | undefined,
): { readonly from?: number; readonly to?: number } {
  const at = Number(text ?? Number.NaN);
  return Number.isFinite(at) ? { [end]: at } : {};
}
