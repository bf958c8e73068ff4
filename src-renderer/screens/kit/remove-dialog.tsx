import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { deletionsOf, isLeaving } from '@renderer/screens/kit/drafts-of';
import { countOf } from '@renderer/ui/format/count-of';
import { inside } from '@renderer/ui/format/inside';
import { type EntityName, entityWords } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { t } from '@shared/language/t';

interface RemoveDialogProps {
  readonly entity: EntityName;
  readonly rows: readonly StoredRecord[];
  /** What it comes to once it is reconciled. */
  readonly removal: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Whether a record can be taken away as it stands; what is staged here is undone instead. */
export function isRemovable(entity: EntityName, record: StoredRecord): boolean {
  const { remove } = rulesOf(entity);
  if (remove === undefined) return false;
  const refused = remove.refuse?.(record) ?? null;
  return refused === null && !isLeaving(record) && record.staged?.verb !== 'create';
}

/** Names what is taken away, then stages it as one undo group. */
export function RemoveDialog({ entity, rows, removal, onClose, onDone }: RemoveDialogProps) {
  const { one, remove = t('Delete'), removal: noun = t('Deletion') } = entityWords[entity];
  const going = rows.filter((row) => isRemovable(entity, row));
  const names = going.map((row) => labelOf(entity, row, ''));
  const what = going.length === 1 ? (names[0] ?? one) : countOf(going.length, entityWords[entity]);
  return (
    <BulkDialog
      title={t('{remove} {what}?', { remove, what })}
      verb={t('Stage {noun}', { noun: inside(noun) })}
      destructive
      affected={names}
      drafts={deletionsOf(entity, going)}
      names={names}
      done={() => t('Staged. {noun} of {what}', { noun, what })}
      onClose={onClose}
      onDone={onDone}
    >
      {removal} {t('Nothing is sent until you reconcile.')}
      {rows.length > going.length &&
        ` ${t('{count, number} chosen cannot be taken away and stay.', { count: rows.length - going.length })}`}
    </BulkDialog>
  );
}
