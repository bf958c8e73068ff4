import { useElevatedWords } from '@renderer/screens/shared/elevated-words';
import type { BlastRadius } from '@shared/contract/plan';
import { t } from '@shared/language/t';
import classes from './figure-list.module.css';

/** Admins before and after, where their number changes; the lonely ones first. */
export function AdminsList({ admins }: { readonly admins: BlastRadius['admins'] }) {
  const elevated = useElevatedWords();
  return (
    <ul className={classes.list}>
      {admins
        .toSorted((a, b) => a.after - b.after)
        .map(({ organizationId, organizationName, before, after }) => (
          <li key={organizationId} className={classes.item}>
            <span className={classes.name}>{organizationName}</span>
            <span className={classes.figure}>
              <span className={classes.before}>{before} →</span> {elevated.count(after)}
            </span>
            {after < before && after <= 1 && (
              <p className={classes.warning}>
                {after < 1 ? t('Nobody would be left to manage it.') : elevated.left}
              </p>
            )}
          </li>
        ))}
    </ul>
  );
}
