import { go } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { Avatar } from '@renderer/ui/marks/avatar';
import type { Comparison } from '@shared/contract/history';
import { t } from '@shared/language/t';
import { Minus, Plus } from 'lucide-react';
import classes from './compare.module.css';

interface AdminChangesProps {
  readonly comparison: Comparison;
  readonly roleNames: ReadonlyMap<string, string>;
}

/** Who was no admin before and is one now, and the other way round. */
export function AdminChanges({ comparison, roleNames }: AdminChangesProps) {
  const { admins, adminsTotal } = comparison;
  const nameOf = (role: string): string => (role === '' ? t('no member') : (roleNames.get(role) ?? role));
  return (
    <Panel title={t('Gained or lost admin')} note={formatCount(adminsTotal)}>
      {admins.length === 0 && (
        <p className={classes.none}>{t('Nobody became an admin, and nobody stopped being one.')}</p>
      )}
      <ul className={classes.list} aria-label={t('Gained or lost admin')}>
        {admins.map((change) => {
          const Icon = change.change === 'gained' ? Plus : Minus;
          return (
            <li key={change.membershipId}>
              <button
                type="button"
                className={classes.admin}
                onClick={() =>
                  go('organization', { id: change.organizationId, params: { member: change.membershipId } })
                }
              >
                <Avatar name={change.userName} />
                <span className={classes.who}>
                  {change.userName}{' '}
                  <span className={classes.where}>{t('in {place}', { place: change.organizationName })}</span>
                </span>
                <span className={classes.roles}>
                  <del>{nameOf(change.roleBefore)}</del> → <ins>{nameOf(change.roleAfter)}</ins>
                </span>
                <span className={classes.verdict} data-change={change.change}>
                  <Icon size={12} aria-hidden />
                  {change.change === 'gained' ? t('gained') : t('lost')}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {adminsTotal > admins.length && (
        <p className={classes.none}>{t('The first {count, number} of them.', { count: admins.length })}</p>
      )}
    </Panel>
  );
}
