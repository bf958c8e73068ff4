import { Button } from '@mantine/core';
import { DeleteDialog } from '@renderer/screens/kit/delete-dialog';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { RecordField } from '@renderer/screens/shared/record-field';
import { go } from '@renderer/state/use-route';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';

interface RoleInspectorProps {
  readonly id: string;
  /** How many people hold roles, by key; undefined while it is counted, null where it is not known. */
  readonly people: ReadonlyMap<string, number> | null | undefined;
  readonly onClose: () => void;
}

/** One role beside the matrix: what it is called, who holds it, and what of it can be deleted. */
export function RoleInspector({ id, people, onClose }: RoleInspectorProps) {
  return (
    <RecordInspector entity="role" id={id} onClose={onClose}>
      {({ record, openIntents }) => {
        const field = { entity: 'role', record, openIntents } as const;
        const holders = people?.get(record.key) ?? 0;
        const held = people ? t('{count, plural, one {# person} other {# people}}', { count: holders }) : '–';
        return {
          actions: (
            <>
              <Button variant="default" onClick={() => go('memberships', { params: { role: record.key } })}>
                {t('Who holds it')}
              </Button>
              <Button
                variant="default"
                onClick={() => go('roles', { params: { view: 'compare', one: record.key } })}
              >
                {t('Compare')}
              </Button>
            </>
          ),
          danger: {
            label: t('Delete…'),
            icon: Trash2,
            dialog: (close) => (
              <DeleteDialog entity="role" record={record} onClose={close}>
                {holders > 0
                  ? t(
                      '{count, plural, one {# person holds it.} other {# people hold it.}} A role goes only when nobody holds it or is invited for it: give them another one first.',
                      { count: holders },
                    )
                  : t('Staging can be undone. Once reconciled it is gone; made again it is a new role.')}
              </DeleteDialog>
            ),
          },
          fields: (
            <>
              <RecordField {...field} field="name" />
              <RecordField {...field} field="description" />
            </>
          ),
          facts: (
            <>
              <FieldRow label={t('Key')}>{record.key}</FieldRow>
              <FieldRow label={t('Held by')}>{held}</FieldRow>
              <FieldRow label={t('Permissions')}>{record.permissionKeys.length}</FieldRow>
              <FieldRow label={t('Creator’s')}>
                {record.isCreatorEligible ? t('May be the creator’s role') : t('Lacks what a creator needs')}
              </FieldRow>
            </>
          ),
        };
      }}
    </RecordInspector>
  );
}
