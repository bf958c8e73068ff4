import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { isLeaving, updatesOf } from '@renderer/screens/kit/drafts-of';
import { plural } from '@renderer/ui/format/plural';
import type { User } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

interface BanDialogProps {
  readonly rows: readonly User[];
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** Banned, or no longer. */
  readonly ban: boolean;
}

/** Keeps many people out, or lets them in again, as one undo group, and names them. */
export function BanDialog({ rows, onClose, onDone, ban }: BanDialogProps) {
  const changing = rows.filter((row) => row.banned !== ban && !isLeaving(row));
  const word = ban ? t('Ban') : t('Lift the ban of');
  return (
    <BulkDialog
      title={`${word} ${plural(changing.length, 'person', 'people')}?`}
      verb={
        changing.length === 0
          ? t('Nothing to stage')
          : t('Stage {count, plural, one {# change} other {# changes}}', { count: changing.length })
      }
      destructive={ban}
      affected={changing.map(({ name, email }) => (email ? `${name} (${email})` : name))}
      drafts={updatesOf('user', changing, 'banned', ban)}
      names={changing.map(({ name }) => name)}
      done={(count) =>
        `Staged. ${ban ? t('Ban') : t('End of the ban')} of ${plural(count, 'person', 'people')}`
      }
      onClose={onClose}
      onDone={onDone}
    >
      {ban
        ? t(
            'Once reconciled they are signed out everywhere and cannot sign in. Memberships and data stay, and the ban can be lifted.',
          )
        : t('Once reconciled they can sign in again.')}
    </BulkDialog>
  );
}
