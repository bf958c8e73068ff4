import type { Membership } from '@shared/domain/records/record-map';
import { RolePicker } from './role-picker';
import { useManaged } from './use-managed';

interface ManagedRoleProps {
  readonly membership: Membership;
  /** '' for none. */
  readonly directoryId: string;
}

/** The role of a membership; closed where a directory gives it, with the group that does. */
export function ManagedRole({ membership, directoryId }: ManagedRoleProps) {
  const lack = useManaged({ name: membership.userName, directoryId }, membership.role);
  return <RolePicker membership={membership} lack={lack} />;
}
