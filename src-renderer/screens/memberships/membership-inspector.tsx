import { Button } from '@mantine/core';
import { isLeaving } from '@renderer/screens/kit/drafts-of';
import { MetadataSections } from '@renderer/screens/kit/metadata-editor';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { AccessWords, isOut, outOf } from '@renderer/screens/shared/access-words';
import { DirectoryNote } from '@renderer/screens/shared/directory-note';
import { RolePicker } from '@renderer/screens/shared/role-picker';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { t } from '@shared/language/t';
import { UserMinus } from 'lucide-react';
import { RemoveMembersDialog } from './remove-members-dialog';

interface MembershipInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One membership: its role is edited here, with the service's role beside it. */
export function MembershipInspector({ id, onClose }: MembershipInspectorProps) {
  return (
    <RecordInspector entity="membership" id={id} gone={t('removed on the service')} onClose={onClose}>
      {({ record, extras, openIntents }) => ({
        title: record.userName,
        subtitle: record.userEmail,
        actions: (
          <Button
            variant="default"
            onClick={() => go('access', { params: { person: record.userId, org: record.organizationId } })}
          >
            {t('Why…')}
          </Button>
        ),
        marks: isOut(outOf(extras)) && <AccessWords out={outOf(extras)} quiet />,
        danger: !isLeaving(record) && {
          label: t('Remove member…'),
          icon: UserMinus,
          dialog: (close) => <RemoveMembersDialog rows={[record]} onClose={close} />,
        },
        facts: (
          <>
            <FieldRow label={t('Role')}>
              <RolePicker membership={record} />
            </FieldRow>
            <FieldRow label={t('Organization')}>
              <LinkButton onClick={() => go('organization', { id: record.organizationId, params: {} })}>
                {record.organizationName}
              </LinkButton>
            </FieldRow>
            <FieldRow label={t('Person')}>
              <LinkButton onClick={() => go('people', { id: record.userId, params: {} })}>
                {record.userName}
              </LinkButton>
            </FieldRow>
            {typeof extras.directoryId === 'string' && extras.directoryId !== '' && (
              <FieldRow label={t('Managed by')}>
                <DirectoryNote id={extras.directoryId} />
              </FieldRow>
            )}
          </>
        ),
        created: { label: t('Member for') },
        more: <MetadataSections entity="membership" record={record} openIntents={openIntents} />,
      })}
    </RecordInspector>
  );
}
