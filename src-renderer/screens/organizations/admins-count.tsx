import { useElevatedWords } from '@renderer/screens/shared/elevated-words';
import { formatCount } from '@renderer/ui/format/format-count';
import type { JsonValue } from '@shared/domain/json';
import { TriangleAlert } from 'lucide-react';
import classes from './admins-count.module.css';

/** How many admins an organization has; one is a risk, and says so. */
export function AdminsCount({ count }: { readonly count: JsonValue | undefined }) {
  const { one, none } = useElevatedWords();
  if (typeof count !== 'number') return <span className={classes.none}>–</span>;
  if (count > 1) return <span>{formatCount(count)}</span>;
  const risk = count === 1 ? one : none;
  return (
    <span className={classes.risk} title={risk}>
      <TriangleAlert size={12} aria-label={risk} />
      {count}
    </span>
  );
}
