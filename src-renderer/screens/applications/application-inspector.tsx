import { ActMenu } from '@renderer/screens/kit/act-menu';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { isRemovable } from '@renderer/screens/kit/remove-dialog';
import { RecordField } from '@renderer/screens/shared/record-field';
import { environmentWords } from '@renderer/state/environment-words';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { isProvisional } from '@shared/domain/ids';
import { wordIn } from '@shared/domain/kinds/word-in';
import { t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';
import { ApplicationImages } from './application-images';
import { ApplicationSettings } from './application-settings';
import { CompareInstances } from './compare-instances';
import { DeleteApplicationDialog } from './delete-application-dialog';
import { DnsMark } from './dns-mark';
import { DomainText } from './never-read';
import { OpenApplication } from './open-application';
import { PendingTransfer, TransferButton } from './transfer-of';
import { UsageOf } from './usage-of';

interface ApplicationInspectorProps {
  readonly id: string;
  /** Key of the group of settings that is open at first. */
  readonly group: string | undefined;
  readonly onClose: () => void;
}

/** One application beside the fleet: its name, its domain and every setting of its config, edited in place. */
export function ApplicationInspector({ id, group, onClose }: ApplicationInspectorProps) {
  return (
    <RecordInspector entity="application" id={id} recent="applications" onClose={onClose}>
      {({ record, openIntents }) => ({
        actions: (
          <>
            {!isProvisional(record.id) && <OpenApplication record={record} />}
            <ActMenu entity="application" record={record} forms={['rotateKeys', 'createProduction']} />
            {!isProvisional(record.id) && <TransferButton record={record} />}
            {!isProvisional(record.id) && <CompareInstances record={record} openIntents={openIntents} />}
          </>
        ),
        danger: isRemovable('application', record) && {
          label: t('Delete…'),
          icon: Trash2,
          dialog: (close) => <DeleteApplicationDialog record={record} onClose={close} />,
        },
        fields: (
          <>
            <RecordField entity="application" record={record} openIntents={openIntents} field="name" />
            <ApplicationImages record={record} openIntents={openIntents} />
          </>
        ),
        facts: (
          <>
            <FieldRow label={t('Domain')}>
              <DomainText record={record} none={t('none')} /> <DnsMark dns={record.dns} />
            </FieldRow>
            <FieldRow label={t('Instance')}>
              {wordIn(environmentWords, record.environment) ?? record.environment}
            </FieldRow>
            <PendingTransfer applicationId={record.id} />
          </>
        ),
        more: (
          <>
            {!isProvisional(record.id) && <UsageOf applicationId={record.id} />}
            <ApplicationSettings record={record} openIntents={openIntents} group={group} />
          </>
        ),
      })}
    </RecordInspector>
  );
}
