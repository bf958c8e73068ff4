import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { TriangleAlert } from 'lucide-react';
import classes from './sign-up.module.css';
import type { LockedOutFound } from './use-locked-out';

const named = 5;

interface LockedOutProps {
  readonly found: LockedOutFound;
  /** New lines that were pasted. */
  readonly lines: number;
}

/** Whom all the pasted lines together would lock out. */
export function LockedOut({ found, lines }: LockedOutProps) {
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const names = found.flatMap((each) => each.names).slice(0, named);
  if (count === 0) return <p className={classes.more}>Nobody in your copy would be locked out.</p>;
  return (
    <p className={classes.concern} role="alert">
      <TriangleAlert size={14} aria-hidden />
      <span>
        {plural(count, 'person', 'people')} in your copy would be locked out: {names.join(', ')}
        {count > names.length && ` and ${formatCount(count - names.length)} more`}.
        {lines > found.length && ` Only the first ${formatCount(found.length)} lines were looked up.`}
      </span>
    </p>
  );
}
