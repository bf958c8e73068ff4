import { Skeleton } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { RolePicker } from '@renderer/screens/shared/role-picker';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { useUnlisted } from '@renderer/state/left-out-context';
import { go } from '@renderer/state/use-route';
import { Avatar } from '@renderer/ui/avatar';
import { InspectorSection } from '@renderer/ui/inspector-section';
import { LinkButton } from '@renderer/ui/link-button';
import classes from './person-memberships.module.css';

/** Organizations of a person; their role in each is edited here. */
export function PersonMemberships({ userId }: { readonly userId: string }) {
  const { rows, total } = useList('membership', {
    where: [{ field: 'userId', op: 'eq', value: userId }],
    sort: { field: 'organizationName', direction: 'asc' },
    limit: 100,
  });
  const unlisted = useUnlisted('membership');
  return (
    <InspectorSection title="Memberships" count={rows && !(total === 0 && unlisted) ? total : undefined}>
      {!rows && <Skeleton height={8} width="60%" />}
      {rows && total === 0 && <NoneOf entity="membership">Belongs to no organization.</NoneOf>}
      <ul className={classes.list}>
        {(rows ?? []).map((membership) => (
          <li key={membership.id} className={classes.item}>
            <span className={classes.organization}>
              <Avatar name={membership.organizationName} shape="square" />
              <span className={classes.name}>
                <LinkButton onClick={() => go('organization', { id: membership.organizationId, params: {} })}>
                  {membership.organizationName}
                </LinkButton>
              </span>
              <RowMark record={membership} compact />
            </span>
            <div className={classes.role}>
              <RolePicker membership={membership} />
            </div>
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
}
