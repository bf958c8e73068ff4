import { formatClock } from '@renderer/ui/format-time';
import { useNow } from '@renderer/ui/use-now';
import { Hourglass } from 'lucide-react';
import classes from './throttle-strip.module.css';

/** The service asked for fewer requests (429): until when Tenantry keeps quiet. Nothing while it does not. */
export function ThrottleStrip({ until }: { readonly until: number }) {
  const now = useNow(500);
  const seconds = Math.ceil((until - now) / 1_000);
  if (seconds <= 0) return null;
  return (
    <p className={classes.strip} role="status">
      <Hourglass size={14} aria-hidden />
      <span>
        <strong>The service asks for fewer requests (429).</strong> Tenantry waits; next attempt in {seconds}{' '}
        s, at {formatClock(until, now)}. Nothing is lost, and nothing needs doing.
      </span>
    </p>
  );
}
