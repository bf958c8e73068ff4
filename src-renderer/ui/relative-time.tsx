import { formatRelative } from './format-relative';
import { formatExact } from './format-time';
import { useNow } from './use-now';

/** How long ago, with the exact time on hover. A time of 0 means never. */
export function RelativeTime({ at, never = '–' }: { readonly at: number; readonly never?: string }) {
  const now = useNow(30_000);
  if (at === 0) return <span>{never}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatExact(at)}>
      {formatRelative(at, now)}
    </time>
  );
}
