import { Skeleton } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { useList } from '@renderer/bridge/use-list';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useUnlisted } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { EmptyState } from '@renderer/ui/empty-state';
import { FailureState } from '@renderer/ui/failure-state';
import { ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import { permissionGroups } from './permission-groups';
import { RoleMatrix } from './role-matrix';

/** Which role may do what: edited by click and by keyboard, each change staged. */
export function RolesScreen() {
  const { roles } = useRoles();
  const permissions = useList('permission', { limit: 500, sort: { field: 'key', direction: 'asc' } });
  const version = useDataVersion();
  const freshness = useStatus()?.freshness;
  const held = useAnswer('peopleByRole', {}, version);
  const people = useMemo(
    () => held && new Map(held.map(({ value, count }) => [String(value), count])),
    [held],
  );
  const unlistedRoles = useUnlisted('role');
  const unlistedPermissions = useUnlisted('permission');
  const unlisted = unlistedRoles ?? unlistedPermissions;
  const unlistedMembers = useUnlisted('membership');
  const groups = useMemo(() => permissionGroups(permissions.rows ?? []), [permissions.rows]);
  if (permissions.failure)
    return <FailureState title="Roles cannot be shown" failure={permissions.failure} />;
  if (!permissions.rows) return <Skeleton m={16} height={12} width={320} />;
  if (unlisted) {
    const title = `${unlistedRoles ? 'Roles' : 'Permissions'} are not listed`;
    return <FailureState title={title} failure={unlisted} />;
  }
  if (groups.length === 0 || roles.length === 0) {
    return (
      <EmptyState
        icon={ShieldCheck}
        title={freshness?.asOf ? 'No roles' : 'No roles copied yet'}
        text="A role is a set of permissions that members of an organization have. Roles appear here after the first sync."
      />
    );
  }
  return <RoleMatrix roles={roles} groups={groups} people={unlistedMembers ? null : people} />;
}
