import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { isLeaving, updatesOf } from '@renderer/screens/kit/drafts-of';
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
  return (
    <BulkDialog
      title={
        ban
          ? t('Ban {count, plural, one {# person} other {# people}}?', { count: changing.length })
          : t('Lift the ban of {count, plural, one {# person} other {# people}}?', { count: changing.length })
      }
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
        ban
          ? t('Staged. Ban of {count, plural, one {# person} other {# people}}', { count })
          : t('Staged. End of the ban of {count, plural, one {# person} other {# people}}', { count })
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
