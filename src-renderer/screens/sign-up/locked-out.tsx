import { t } from '@shared/language/t';
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
  const told = names.join(', ');
  const rest = count - names.length;
  if (count === 0) return <p className={classes.more}>{t('Nobody in your copy would be locked out.')}</p>;
  return (
    <p className={classes.concern} role="alert">
      <TriangleAlert size={14} aria-hidden />
      <span>
        {t('{count, plural, one {# person} other {# people}} in your copy would be locked out: {names}.', {
          count,
          names: rest > 0 ? t('{names} and {rest, number} more', { names: told, rest }) : told,
        })}{' '}
        {lines > found.length &&
          t('Only the first {count, number} lines were looked up.', { count: found.length })}
      </span>
    </p>
  );
}
