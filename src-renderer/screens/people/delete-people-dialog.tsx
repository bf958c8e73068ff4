import { useWholeList } from '@renderer/bridge/use-list';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { deletionsOf, isLeaving } from '@renderer/screens/kit/drafts-of';
import { ManagedLeft } from '@renderer/screens/shared/managed-left';
import type { User } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { isManaged } from './offboard-drafts';

interface PeopleDialogProps {
  readonly rows: readonly User[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Of so many people the organizations that they leave are named; of more, the people alone. */
const mostNamed = 50;

/** Deleting people cannot be undone once it is reconciled: names them, and the organizations that they leave. */
export function DeletePeopleDialog({ rows, onClose, onDone }: PeopleDialogProps) {
  const staying = rows.filter((row) => !isLeaving(row) && !isManaged(row));
  const ids = staying.map(({ id }) => id);
  const held = useWholeList(
    'membership',
    ids.length > mostNamed ? null : { where: [{ field: 'userId', op: 'in', value: ids }] },
  );
  const placesOf = (id: string): string =>
    (held.rows ?? [])
      .filter(({ userId }) => userId === id)
      .map(({ organizationName, roleName }) => `${organizationName} (${roleName})`)
      .join(', ');
  const [only] = staying;
  const who =
    staying.length === 1 && only
      ? only.name
      : t('{count, plural, one {# person} other {# people}}', { count: staying.length });
  return (
    <BulkDialog
      title={t('Delete {who}?', { who })}
      verb={
        staying.length === 0
          ? t('Nothing to stage')
          : staying.length === 1
            ? t('Stage deletion')
            : t('Stage {count, plural, one {# deletion} other {# deletions}}', { count: staying.length })
      }
      destructive
      affected={staying.map(({ id, name, email }) =>
        [`${name} ${email && `(${email})`}`.trim(), placesOf(id)].filter(Boolean).join(': '),
      )}
      drafts={deletionsOf('user', staying)}
      names={staying.map(({ name }) => name)}
      done={() => t('Staged. Deletion of {who}', { who })}
      onClose={onClose}
      onDone={onDone}
    >
      {held.total === 0
        ? t(
            'Staging can be undone. Once reconciled, a person is gone for good, with every way to sign in. Banning keeps somebody out and can be taken back.',
          )
        : t(
            'Staging can be undone. Once reconciled, a person is gone for good, with every way to sign in and {total, plural, one {# membership} other {# memberships}}. Banning keeps somebody out and can be taken back.',
            { total: held.total },
          )}
      <ManagedLeft names={rows.filter(isManaged).map(({ name }) => name)} />
    </BulkDialog>
  );
}
