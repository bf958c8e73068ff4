import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { RecordChoice } from '@renderer/screens/shared/record-choice';
import { RecordField } from '@renderer/screens/shared/record-field';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { t } from '@shared/language/t';
import { Layers } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { RoleSetActions } from './role-set-actions';
import { roleSetColumns } from './role-set-columns';

/** Role sets: which roles organizations choose among, and who uses which. `chip`: the way back to the matrix. */
export function RoleSetsView({ chip }: { readonly chip: ReactNode }) {
  const { names } = useRoles();
  const columns = useMemo(() => roleSetColumns(names), [names]);
  return (
    <RecordScreen
      entity="roleSet"
      screen="roles"
      columns={columns}
      filters={[]}
      chip={chip}
      inspector={(id, onClose) => <RoleSetInspector id={id} onClose={onClose} />}
      actions={[
        {
          label: t('New role set…'),
          icon: Layers,
          needs: ['organizations', 'list.roleSet'],
          dialog: (opened, close) => <CreateDialog entity="roleSet" opened={opened} onClose={close} />,
        },
      ]}
      icon={Layers}
      teach={t(
        'A role set names the roles that an organization can give, and what its creator and new members become.',
      )}
    />
  );
}

function RoleSetInspector({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { names } = useRoles();
  return (
    <RecordInspector entity="roleSet" id={id} onClose={onClose}>
      {({ record, extras, openIntents }) => {
        const field = { entity: 'roleSet', record, openIntents } as const;
        const users = typeof extras.organizations === 'number' ? extras.organizations : null;
        return {
          actions: <RoleSetActions record={record} />,
          fields: (
            <>
              <RecordField {...field} field="name" />
              <RecordField {...field} field="description" />
              <RecordChoice {...field} field="defaultRoleKey" />
              <RecordChoice {...field} field="creatorRoleKey" />
            </>
          ),
          facts: (
            <>
              <FieldRow label={t('Key')}>{record.key}</FieldRow>
              <FieldRow label={t('Roles')}>
                {record.roleKeys.map((key) => names.get(key) ?? key).join(', ')}
              </FieldRow>
              <FieldRow label={t('Used by')}>
                {users === null
                  ? '–'
                  : t('{count, plural, one {# organization} other {# organizations}}', { count: users })}
              </FieldRow>
              <FieldRow label={t('Kind')}>
                {record.type === 'initial'
                  ? t('New organizations begin with it')
                  : t('Chosen by organizations')}
              </FieldRow>
              {record.migration !== '' && (
                <FieldRow label={t('Members are moving')}>{record.migration}</FieldRow>
              )}
            </>
          ),
        };
      }}
    </RecordInspector>
  );
}
