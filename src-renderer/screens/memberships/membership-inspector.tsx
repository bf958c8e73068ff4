import { Button } from '@mantine/core';
import { isLeaving } from '@renderer/screens/kit/drafts-of';
import { MetadataSections } from '@renderer/screens/kit/metadata-editor';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { AccessWords, isOut, outOf } from '@renderer/screens/shared/access-words';
import { ManagedBy } from '@renderer/screens/shared/managed-by';
import { directoryOf, isProvided } from '@renderer/screens/shared/managed-left';
import { ManagedRole } from '@renderer/screens/shared/managed-role';
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
          lack: !isProvided(extras)
            ? null
            : t('{name} is managed by a directory: take them out there.', { name: record.userName }),
          icon: UserMinus,
          dialog: (close) => <RemoveMembersDialog rows={[record]} extras={{}} onClose={close} />,
        },
        fields: directoryOf(extras) !== '' && <ManagedBy directoryId={directoryOf(extras)} />,
        facts: (
          <>
            <FieldRow label={t('Role')}>
              <ManagedRole membership={record} directoryId={directoryOf(extras)} />
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
          </>
        ),
        created: { label: t('Member for') },
        more: <MetadataSections entity="membership" record={record} openIntents={openIntents} />,
      })}
    </RecordInspector>
  );
}
