import { FieldValue } from '@renderer/fields/field-value';
import { ActMenu } from '@renderer/screens/kit/act-menu';
import { DeleteDialog } from '@renderer/screens/kit/delete-dialog';
import { EditedFields } from '@renderer/screens/kit/edited-fields';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { dayWords } from '@renderer/ui/format/day';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { IdRow } from '@renderer/ui/layout/id-row';
import { t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';
import { CertificateMark } from './certificate-mark';
import { TestMark } from './test-mark';

const asking = ['setCertificate', 'setAttributeMapping', 'setClientSecret'];

/** One identity provider: what it is known by and told, how it does, its test and its end. */
export function ConnectionInspector({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  return (
    <RecordInspector entity="enterpriseConnection" id={id} onClose={onClose}>
      {({ record, extras, openIntents }) => {
        const saml = record.provider.startsWith('saml');
        return {
          actions: <ActMenu entity="enterpriseConnection" record={record} forms={asking} />,
          danger: {
            label: t('Delete…'),
            icon: Trash2,
            dialog: (close) => (
              <DeleteDialog
                entity="enterpriseConnection"
                record={record}
                affected={record.domains}
                onClose={close}
              >
                {t(
                  'People of these domains can no longer sign in with their provider once you reconcile. It does not come back as it was: what its provider was told is kept on the service only.',
                )}
              </DeleteDialog>
            ),
          },
          fields: <EditedFields entity="enterpriseConnection" {...{ record, openIntents }} />,
          facts: (
            <>
              <FieldRow label={t('Provider')}>
                <FieldValue entity="enterpriseConnection" record={record} field="provider" />
              </FieldRow>
              <FieldRow label={t('Organization')}>{String(extras.organizationName ?? '') || '–'}</FieldRow>
              <FieldRow label={t('Last test')}>
                <TestMark record={record} />
                {record.lastTestAt ? ` ${dayWords(record.lastTestAt)}` : null}
              </FieldRow>
              {record.lastTestSays ? <FieldRow label={t('It says')}>{record.lastTestSays}</FieldRow> : null}
              {saml ? (
                <>
                  <FieldRow label={t('Certificate')}>
                    <CertificateMark expiresAt={record.certificateExpiresAt ?? 0} />
                    {record.certificateExpiresAt
                      ? ` ${t('until {day}', { day: dayWords(record.certificateExpiresAt) })}`
                      : null}
                  </FieldRow>
                  <IdRow label={t('Answers to')} id={record.acsUrl} />
                  <IdRow label={t('Known as')} id={record.spEntityId} />
                </>
              ) : null}
            </>
          ),
        };
      }}
    </RecordInspector>
  );
}
