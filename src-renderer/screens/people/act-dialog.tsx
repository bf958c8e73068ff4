import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { isLeaving } from '@renderer/screens/kit/drafts-of';
import { actOf, isDone } from '@shared/domain/acts';
import type { User } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

interface ActDialogProps {
  readonly rows: readonly User[];
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** An act that takes no values. */
  readonly operation: string;
}

/** Does one thing to many people as one undo group, and names them. */
export function ActDialog({ rows, operation, onClose, onDone }: ActDialogProps) {
  const act = actOf('user', operation);
  const action = { operation, values: {} };
  const meant = rows.filter((row) => !isLeaving(row) && isDone('user', row, action) !== true);
  const label = act?.label ?? operation;
  return (
    <BulkDialog
      title={t('{label}: {count, plural, one {# person} other {# people}}?', {
        label,
        count: meant.length,
      })}
      verb={
        meant.length === 0
          ? t('Nothing to stage')
          : t('Stage for {count, plural, one {# person} other {# people}}', { count: meant.length })
      }
      affected={meant.map(({ name, email }) => (email ? `${name} (${email})` : name))}
      drafts={meant.map(({ id }) => ({
        entity: 'user',
        recordId: id,
        action: { verb: 'perform', ...action },
      }))}
      names={meant.map(({ name }) => name)}
      done={(count) =>
        t('Staged. {label}: {count, plural, one {# person} other {# people}}', { label, count })
      }
      onClose={onClose}
      onDone={onDone}
    >
      {act?.says}
    </BulkDialog>
  );
}
