import { formatAgo, formatRelative } from './format-relative';
import { formatExact } from './format-time';
import { useNow } from './use-now';

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
