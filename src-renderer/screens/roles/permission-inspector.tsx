import { Button } from '@mantine/core';
import { DeleteDialog } from '@renderer/screens/kit/delete-dialog';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { RecordField } from '@renderer/screens/shared/record-field';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { go } from '@renderer/state/use-route';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { inSense, t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';

interface PermissionInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One permission beside the matrix; the service's own ones (`org:sys_…`) are shown, and stay as they are. */
export function PermissionInspector({ id, onClose }: PermissionInspectorProps) {
  const { roles, pending } = useRoles();
  return (
    <RecordInspector entity="permission" id={id} onClose={onClose}>
      {({ record, openIntents }) => {
        const field = { entity: 'permission', record, openIntents } as const;
        const own = !record.key.startsWith('org:sys_');
        const holders = roles.filter(({ permissionKeys }) => permissionKeys.includes(record.key));
        const names = holders.map(({ name }) => name);
        return {
          actions: (
            <>
              <Button
                variant="default"
                onClick={() => go('memberships', { params: { holding: record.key } })}
              >
                {t('Who holds it')}
              </Button>
              <Button variant="default" onClick={() => go('access', { params: { permission: record.key } })}>
                {t('Why…')}
              </Button>
            </>
          ),
          danger: own && {
            label: t('Delete…'),
            icon: Trash2,
            dialog: (close) => (
              <DeleteDialog entity="permission" record={record} affected={names} onClose={close}>
                {t(
                  'Staging can be undone. Once reconciled it is gone, and every role that holds it loses it: the review names who loses what.',
                )}
              </DeleteDialog>
            ),
          },
          fields: own && (
            <>
              <RecordField {...field} field="name" />
              <RecordField {...field} field="description" />
            </>
          ),
          facts: (
            <>
              <FieldRow label={t('Key')}>{record.key}</FieldRow>
              {!own && <FieldRow label={t('Description')}>{record.description || '–'}</FieldRow>}
              <FieldRow label={t('Kind')}>{own ? inSense('kind', 'Yours') : t('The service’s own')}</FieldRow>
              <FieldRow label={t('Roles')}>{pending ? '' : names.join(', ') || t('None')}</FieldRow>
            </>
          ),
        };
      }}
    </RecordInspector>
  );
}
