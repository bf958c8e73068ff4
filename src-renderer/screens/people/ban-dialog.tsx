import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { isLeaving, updatesOf } from '@renderer/screens/kit/drafts-of';
import { plural } from '@renderer/ui/format/plural';
import type { User } from '@shared/domain/records/record-map';

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
  const word = ban ? 'Ban' : 'Lift the ban of';
  return (
    <BulkDialog
      title={`${word} ${plural(changing.length, 'person', 'people')}?`}
      verb={changing.length === 0 ? 'Nothing to stage' : `Stage ${plural(changing.length, 'change')}`}
      destructive={ban}
      affected={changing.map(({ name, email }) => (email ? `${name} (${email})` : name))}
      drafts={updatesOf('user', changing, 'banned', ban)}
      names={changing.map(({ name }) => name)}
      done={(count) => `Staged. ${ban ? 'Ban' : 'End of the ban'} of ${plural(count, 'person', 'people')}`}
      onClose={onClose}
      onDone={onDone}
    >
      {ban
        ? 'Once reconciled they are signed out everywhere and cannot sign in. Memberships and data stay, and the ban can be lifted.'
        : 'Once reconciled they can sign in again.'}
    </BulkDialog>
  );
}
