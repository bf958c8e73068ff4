import type { EntityName } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { BulkDialog } from './bulk-dialog';
import { deletionsOf } from './drafts-of';

interface DeleteDialogProps {
  readonly entity: EntityName;
  readonly record: StoredRecord & { readonly name: string };
  /** Who is affected, by name. */
  readonly affected?: readonly string[];
  readonly affectedInAll?: number;
  readonly opened?: boolean;
  readonly onClose: () => void;
  /** What it comes to once it is reconciled. */
  readonly children: ReactNode;
}

/** Stages the deletion of one record that has a name, after it was said what goes with it. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { entity, record, children, ...rest } = props;
  return (
    <BulkDialog
      {...rest}
      title={t('Delete {name}?', { name: record.name })}
      verb={t('Stage deletion')}
      destructive
      drafts={deletionsOf(entity, [record])}
      names={[record.name]}
      done={() => t('Staged. Deletion of {name}', { name: record.name })}
    >
      {children}
    </BulkDialog>
  );
}
