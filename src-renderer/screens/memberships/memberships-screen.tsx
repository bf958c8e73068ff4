import type { Row } from '@renderer/bridge/use-rows';
import { equals } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useRoute } from '@renderer/state/use-route';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { Avatar } from '@renderer/ui/marks/avatar';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { t } from '@shared/language/t';
import { IdCard } from 'lucide-react';
import { useMemo } from 'react';
import { membershipActions, membershipBulk, membershipFilters } from './membership-actions';
import classes from './membership-columns.module.css';
import { memberColumn, membershipTimes } from './membership-ends';
import { MembershipInspector } from './membership-inspector';
import { ScopeChip } from './scope-chip';

/** Every membership over all organizations, or of the one in scope. */
export function MembershipsScreen() {
  const organizationId = useRoute(({ route }) => route.params.org ?? null);
  const { roles, names } = useRoles();
  const columns = useMemo(() => membershipColumns(names), [names]);
  return (
    <>
      <ScopeChip organizationId={organizationId} />
      <RecordScreen
        entity="membership"
        screen="memberships"
        columns={columns}
        filters={membershipFilters(roles)}
        scope={{ where: equals('organizationId', organizationId ?? ''), params: ['org'] }}
        inspector={(id, onClose) => <MembershipInspector id={id} onClose={onClose} />}
        actions={membershipActions(organizationId)}
        bulk={membershipBulk}
        edit
        icon={IdCard}
        teach={t(
          'A membership ties a person to an organization with one role. Add a member to make the first.',
        )}
      />
    </>
  );
}

/** Columns of the table; the role's server value needs the names of the roles. */
function membershipColumns(roleNames: ReadonlyMap<string, string>): readonly Column<Row<'membership'>>[] {
  return [
    memberColumn('minmax(200px, 2fr)'),
    {
      id: 'organization',
      title: t('Organization'),
      track: 'minmax(140px, 1.3fr)',
      sortField: 'organizationName',
      text: ({ record }) => record.organizationName,
      cell: ({ record }) => (
        <span className={classes.organization}>
          <Avatar name={record.organizationName} shape="square" />
          <span className={classes.name}>{record.organizationName}</span>
        </span>
      ),
    },
    {
      id: 'role',
      title: t('Role'),
      track: 'minmax(120px, 1fr)',
      sortField: 'role',
      text: ({ record }) => record.roleName || record.role,
      cell: ({ record }) => {
        const server = record.server.role;
        const shown = server === undefined ? undefined : (roleNames.get(String(server)) ?? String(server));
        return <StagedValue value={record.roleName || record.role} server={shown} />;
      },
    },
    ...membershipTimes,
  ];
}
