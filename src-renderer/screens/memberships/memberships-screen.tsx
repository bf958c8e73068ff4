import { equals } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useRoute } from '@renderer/state/use-route';
import { t } from '@shared/language/t';
import { IdCard } from 'lucide-react';
import { useMemo } from 'react';
import { membershipActions, membershipBulk, membershipFilters } from './membership-actions';
import { membershipColumns } from './membership-columns';
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
