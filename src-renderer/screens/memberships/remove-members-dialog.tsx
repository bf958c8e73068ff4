import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { deletionsOf, isLeaving } from '@renderer/screens/kit/drafts-of';
import { isProvided, ManagedLeft } from '@renderer/screens/shared/managed-left';
import type { JsonObject } from '@shared/domain/json';
import type { Membership } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { countOrganizations } from './count-organizations';

interface RemoveMembersDialogProps {
  readonly rows: readonly Membership[];
  /** What stands beside each, by id. */
  readonly extras: Readonly<Record<string, JsonObject>>;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Names everyone who would lose access, then stages the removals as one undo group. */
export function RemoveMembersDialog({ rows, extras, onClose, onDone }: RemoveMembersDialogProps) {
  const isManaged = ({ id }: Membership): boolean => isProvided(extras[id]);
  const staying = rows.filter((row) => !isLeaving(row) && !isManaged(row));
  return (
    <BulkDialog
      title={t('Remove {count, plural, one {# member} other {# members}}?', { count: staying.length })}
      verb={
        staying.length === 0
          ? t('Nothing to stage')
          : t('Stage removal of {count, plural, one {# member} other {# members}}', { count: staying.length })
      }
      destructive
      affected={staying.map((row) =>
        t('{userName} ({roleName}) from {organizationName}', {
          userName: row.userName,
          roleName: row.roleName || row.role,
          organizationName: row.organizationName,
        }),
      )}
      drafts={deletionsOf('membership', staying)}
      names={staying.map(({ userName }) => userName)}
      done={(count) => t('Staged. Removal of {count, plural, one {# member} other {# members}}', { count })}
      onClose={onClose}
      onDone={onDone}
    >
      {t(
        'They lose access to {count, plural, one {# organization} other {# organizations}} once you reconcile. Staging can be undone; a reconciled removal cannot.',
        { count: countOrganizations(staying) },
      )}
      <ManagedLeft names={rows.filter(isManaged).map(({ userName }) => userName)} />
    </BulkDialog>
  );
}
