import { FieldValue } from '@renderer/fields/field-value';
import { ActMenu } from '@renderer/screens/kit/act-menu';
import { MetadataSections } from '@renderer/screens/kit/metadata-editor';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import type { AnyField } from '@shared/domain/kinds/field';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { besideName } from './beside-name';
import { EditedFields } from './edited-fields';
import { RecordInspector } from './record-inspector';
import { isRemovable, RemoveDialog } from './remove-dialog';

export interface ModelInspectorProps {
  readonly entity: EntityName;
  readonly id: string;
  /** What a removal comes to, as a sentence; left out where nothing is removed. */
  readonly removal?: string;
  /** Fields that stand in a place of their own, or nowhere. */
  readonly without?: readonly string[];
  /** Flags that nobody sets here and that are worth a line. */
  readonly facts?: readonly string[];
  readonly more?: (record: StoredRecord) => ReactNode;
  readonly onClose: () => void;
}

/** One record as its model describes it: what is edited in place, what is known, what can be done to it, its removal. */
export function ModelInspector(props: ModelInspectorProps) {
  const { entity, id, removal = '', without = [], facts = [], more, onClose } = props;
  const { remove = t('Delete') } = entityWords[entity];
  const fields = Object.entries<AnyField>(modelOf(entity).fields).filter(
    ([name, { kind }]) =>
      kind !== 'group' && name !== 'createdAt' && name !== 'updatedAt' && !without.includes(name),
  );
  const known = fields.filter(([name, { edit, kind }]) => !edit && (kind !== 'flag' || facts.includes(name)));
  return (
    <RecordInspector entity={entity} id={id} onClose={onClose}>
      {({ record, extras, openIntents }) => ({
        actions: <ActMenu entity={entity} record={record} />,
        danger: isRemovable(entity, record) && {
          label: `${remove}…`,
          icon: Trash2,
          dialog: (close) => (
            <RemoveDialog entity={entity} rows={[record]} removal={removal} onClose={close} />
          ),
        },
        fields: <EditedFields {...{ entity, record, openIntents, without }} />,
        facts: known.map(([name, { label }]) => (
          <FieldRow key={name} label={label}>
            {besideName(entity, name, extras) ?? (
              <FieldValue entity={entity} record={record} field={name} wraps />
            )}
          </FieldRow>
        )),
        created: { label: t('Added'), staged: t('when you reconcile') },
        more: (
          <>
            <MetadataSections {...{ entity, record, openIntents }} />
            {more?.(record)}
          </>
        ),
      })}
    </RecordInspector>
  );
}
