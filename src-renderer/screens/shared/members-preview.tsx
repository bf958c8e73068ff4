import { Skeleton } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { go } from '@renderer/state/use-route';
import { Avatar } from '@renderer/ui/marks/avatar';
import { t } from '@shared/language/t';
import { AccessWords, outOf } from './access-words';
import classes from './members-preview.module.css';
import { NoneOf } from './none-of';
import { RowMark } from './row-mark';

const shown = 8;

/** The first members of an organization, and the way to all of them. */
export function MembersPreview({ organizationId }: { readonly organizationId: string }) {
  const { rows, extras, total } = useList('membership', {
    where: [{ field: 'organizationId', op: 'eq', value: organizationId }],
    sort: { field: 'role', direction: 'asc' },
    limit: shown,
  });
  if (!rows) return <Skeleton height={8} width="60%" />;
  if (total === 0) return <NoneOf entity="membership">{t('No members yet.')}</NoneOf>;
  return (
    <ul className={classes.list}>
      {rows.map((membership) => (
        <li key={membership.id}>
          <button
            type="button"
            className={classes.item}
            onClick={() => go('memberships', { id: membership.id, params: { org: organizationId } })}
          >
            <Avatar name={membership.userName} />
            <span className={classes.name}>{membership.userName}</span>
            <AccessWords out={outOf(extras[membership.id] ?? {})} quiet />
            <RowMark record={membership} compact />
            <span className={classes.role}>{membership.roleName}</span>
          </button>
        </li>
      ))}
      {total > shown && (
        <li>
          <button
            type="button"
            className={classes.item}
            onClick={() => go('memberships', { params: { org: organizationId } })}
          >
            <span className={classes.more}>{t('Show all {total, number}', { total })}</span>
          </button>
        </li>
      )}
    </ul>
  );
}
