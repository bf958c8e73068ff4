import { fieldText } from '@renderer/fields/field-text';
import { wordOf } from '@renderer/screens/kit/model-columns';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { ActMenu } from '@renderer/screens/shared/act-menu';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { Trash2 } from 'lucide-react';
import { isRemovable, RemoveDialog } from './remove-dialog';

interface ListedInspectorProps {
  readonly entity: EntityName;
  readonly id: string;
  readonly removal: string;
  readonly onClose: () => void;
}

/** One entry of a list: nothing of it is edited, it is taken away. */
export function ListedInspector({ entity, id, removal, onClose }: ListedInspectorProps) {
  const { remove = 'Delete' } = entityWords[entity];
  const facts = Object.entries(modelOf(entity).fields).filter(
    ([name, { kind }]) => kind !== 'group' && kind !== 'flag' && name !== 'createdAt' && name !== 'updatedAt',
  );
  return (
    <RecordInspector entity={entity} id={id} onClose={onClose}>
      {({ record }) => ({
        actions: <ActMenu entity={entity} record={record} />,
        danger: isRemovable(entity, record) && {
          label: `${remove}…`,
          icon: Trash2,
          dialog: (close) => (
            <RemoveDialog entity={entity} rows={[record]} removal={removal} onClose={close} />
          ),
        },
        facts: facts.map(([name, { label, kind }]) => {
          const value = readField(record, name) ?? null;
          return (
            <FieldRow key={name} label={label}>
              {kind === 'time' ? (
                <RelativeTime at={Number(value)} />
              ) : kind === 'json' ? (
                fieldText(entity, name, value)
              ) : (
                wordOf(entity, name, value)
              )}
            </FieldRow>
          );
        }),
        created: { label: 'Added', staged: 'when you reconcile' },
      })}
    </RecordInspector>
  );
}
