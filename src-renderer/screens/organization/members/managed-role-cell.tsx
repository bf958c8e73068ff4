import { useManaged } from '@renderer/screens/shared/use-managed';
import { FieldFault } from '@renderer/ui/controls/field-fault';
import type { Membership } from '@shared/domain/records/record-map';

interface ManagedRoleCellProps {
  readonly membership: Membership;
  readonly directoryId: string;
  /** The key for its choice was pressed. */
  readonly choosing: boolean;
  readonly onChoosing: (choosing: boolean) => void;
}

/** A role that a directory gives, in its row: asked to change it, it says who does. */
export function ManagedRoleCell({ membership, directoryId, choosing, onChoosing }: ManagedRoleCellProps) {
  const lack = useManaged({ name: membership.userName, directoryId }, membership.role) ?? '';
  const failure = choosing ? ({ code: 'directory-managed', message: lack, next: '' } as const) : null;
  return (
    <FieldFault failure={failure} onClose={() => onChoosing(false)}>
      <span title={lack}>{membership.roleName || membership.role}</span>
    </FieldFault>
  );
}
