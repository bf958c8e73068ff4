import { t } from '@shared/language/t';
import { formatExact } from '../format/format-time';
import { useNow } from './use-now';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Step = readonly [limit: number, unit: number, words: (count: number) => string];

const years: Step = [Number.POSITIVE_INFINITY, 365 * day, (count) => t('{count, number} y', { count })];
const steps: readonly Step[] = [
  [hour, minute, (minutes) => t('{minutes, number} min', { minutes })],
  [day, hour, (count) => t('{count, number} h', { count })],
  [7 * day, day, (count) => t('{count, number} d', { count })],
  [60 * day, 7 * day, (count) => t('{count, number} w', { count })],
  [365 * day, 30 * day, (count) => t('{count, number} mo', { count })],
  years,
];

function lengthText(distance: number): string {
  const [, unit, words] = steps.find(([limit]) => distance < limit) ?? years;
  return words(Math.floor(distance / unit));
}

/** How long ago, short: `now`, `12 min`, `3 d`, `2 w`; times ahead read `in 3 d`. */
function formatRelative(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance < minute) return t('now');
  const text = lengthText(distance);
  return at > now ? t('in {text}', { text }) : text;
}

/** The same in a sentence: `just now`, `12 min ago`, `in 3 d`. */
function formatAgo(at: number, now: number): string {
  if (Math.abs(now - at) < minute) return t('just now');
  return at > now ? formatRelative(at, now) : t('{text} ago', { text: lengthText(now - at) });
}

interface RelativeTimeProps {
  readonly at: number;
  readonly never?: string;
  /** In a sentence: `12 min ago` rather than `12 min`. */
  readonly ago?: boolean;
}

/** The same as plain text, at this moment. */
export function relativeText(at: number, never = '–'): string {
  return at === 0 ? never : formatRelative(at, Date.now());
}

/** How long ago, with the exact time on hover. A time of 0 means never. */
export function RelativeTime({ at, never = '–', ago = false }: RelativeTimeProps) {
  const now = useNow(30_000);
  if (at === 0) return <span>{never}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatExact(at)}>
      {ago ? formatAgo(at, now) : formatRelative(at, now)}
    </time>
  );
}
