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
export function formatRelative(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance < minute) return 'now';
  const [, unit, word] = steps.find(([limit]) => distance < limit) ?? [0, 365 * day, 'y'];
  const text = `${Math.floor(distance / unit)} ${word}`;
  return at > now ? `in ${text}` : text;
}

/** The same in a sentence: `just now`, `12 min ago`, `in 3 d`. */
export function formatAgo(at: number, now: number): string {
  const text = formatRelative(at, now);
  if (text === 'now') return 'just now';
  return at > now ? text : `${text} ago`;
}
