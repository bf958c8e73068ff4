import { t } from '@shared/language/t';
import { formatExact } from '../format/format-time';
import { useNow } from './use-now';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const steps: readonly (readonly [limit: number, unit: number, word: string])[] = [
  [hour, minute, 'min'],
  [day, hour, 'h'],
  [7 * day, day, 'd'],
  [60 * day, 7 * day, 'w'],
  [365 * day, 30 * day, 'mo'],
  [Number.POSITIVE_INFINITY, 365 * day, 'y'],
];

/** How long ago, short: `now`, `12 min`, `3 d`, `2 w`; times ahead read `in 3 d`. */
function formatRelative(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance < minute) return 'now';
  const [, unit, word] = steps.find(([limit]) => distance < limit) ?? [0, 365 * day, 'y'];
  const text = `${Math.floor(distance / unit)} ${word}`;
  return at > now ? t('in {text}', { text }) : text;
}

/** The same in a sentence: `just now`, `12 min ago`, `in 3 d`. */
function formatAgo(at: number, now: number): string {
  const text = formatRelative(at, now);
  if (text === 'now') return t('just now');
  return at > now ? text : t('{text} ago', { text });
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
