import type { Row } from '@renderer/bridge/use-rows';
import { equals } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import {
  membershipActions,
  membershipBulk,
  membershipFilters,
} from '@renderer/screens/memberships/membership-actions';
import { MembershipInspector } from '@renderer/screens/memberships/membership-inspector';
import { useRoles } from '@renderer/screens/shared/use-roles';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { memberColumns } from './member-columns';

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
