import { formatCount } from '@renderer/ui/format/format-count';
import type { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { TriangleAlert } from 'lucide-react';
import classes from './admins-count.module.css';

/** How many admins an organization has; one is a risk, and says so. */
export function AdminsCount({ count }: { readonly count: JsonValue | undefined }) {
  if (typeof count !== 'number') return <span className={classes.none}>–</span>;
  if (count > 1) return <span>{formatCount(count)}</span>;
  const risk = count === 1 ? t('Only one admin') : t('No admin');
  return (
    <span className={classes.risk} title={risk}>
      <TriangleAlert size={12} aria-label={risk} />
      {count}
    </span>
  );
}
