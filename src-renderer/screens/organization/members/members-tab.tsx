import type { Row } from '@renderer/bridge/use-rows';
import { equals } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import {
  membershipActions,
  membershipBulk,
  membershipFilters,
} from '@renderer/screens/memberships/membership-actions';
import { memberColumn, membershipTimes } from '@renderer/screens/memberships/membership-ends';
import { MembershipInspector } from '@renderer/screens/memberships/membership-inspector';
import { directoryOf } from '@renderer/screens/shared/managed-left';
import { type Roles, useRoles } from '@renderer/screens/shared/use-roles';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ManagedRoleCell } from './managed-role-cell';
import { RoleCell } from './role-cell';

const nameOf = ({ record }: Row<'membership'>): string => record.userName;

/** Members of one organization: roles edited in their rows, or many at once. */
export function MembersTab({ organization }: { readonly organization: Organization }) {
  const known = useRoles();
  const [choosing, setChoosing] = useState<string | null>(null);
  const columns = useMemo(() => memberColumns(known, choosing, setChoosing), [known, choosing]);
  return (
    <RecordScreen
      entity="membership"
      screen="organization"
      label={t('Members of {name}', { name: organization.name })}
      columns={columns}
      filters={membershipFilters(known.roles)}
      scope={{ where: equals('organizationId', organization.id) }}
      nameOf={nameOf}
      inspector={(id, onClose) => <MembershipInspector id={id} onClose={onClose} />}
      actions={membershipActions(organization.id)}
      bulk={membershipBulk}
      edit={setChoosing}
      within="member"
      icon={Users}
      many={t('members')}
      teach={t('Add a member, or invite somebody by email on the next tab. Both are staged, offline too.')}
    />
  );
}

/** Columns of the members of one organization; the role is edited in its cell, in one at a time: `choosing`. */
function memberColumns(
  known: Roles,
  choosing: string | null,
  onChoosing: (id: string | null) => void,
): readonly Column<Row<'membership'>>[] {
  return [
    memberColumn('minmax(220px, 2.4fr)'),
    {
      id: 'role',
      title: t('Role'),
      track: 'minmax(170px, 1fr)',
      sortField: 'role',
      text: ({ record }) => record.roleName || record.role,
      cell: ({ record, extras }) => {
        const choice = {
          membership: record,
          choosing: choosing === record.id,
          onChoosing: (on: boolean) => onChoosing(on ? record.id : null),
        };
        const directoryId = directoryOf(extras);
        return directoryId === '' ? (
          <RoleCell {...choice} known={known} />
        ) : (
          <ManagedRoleCell {...choice} directoryId={directoryId} />
        );
      },
    },
    ...membershipTimes,
  ];
}
