import { Button } from '@mantine/core';
import { choicesOf } from '@renderer/fields/create-fields';
import { ActMenu } from '@renderer/screens/kit/act-menu';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { isRemovable, RemoveDialog } from '@renderer/screens/kit/remove-dialog';
import { DnsRecords } from '@renderer/screens/shared/dns-records';
import { RecordField } from '@renderer/screens/shared/record-field';
import { go } from '@renderer/state/use-route';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { t } from '@shared/language/t';
import { Network, Trash2 } from 'lucide-react';

interface DomainInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

export const domainRemoval = t(
  'People cannot sign in at these domains any more, and links that lead there stop working.',
);

/** Since when something is as it is, as far as the history tells. */
function Since({ at }: { readonly at: unknown }) {
  return typeof at === 'number' ? (
    <>
      (<RelativeTime at={at} ago />)
    </>
  ) : null;
}

/** One domain: what it is for, how far it is set up, each record with what was found, and the records to hand over. */
export function DomainInspector({ id, onClose }: DomainInspectorProps) {
  return (
    <RecordInspector entity="domain" id={id} onClose={onClose}>
      {({ record, extras, openIntents }) => {
        const state = (field: 'rank' | 'dns' | 'ssl' | 'mail' | 'proxy'): string =>
          choicesOf('domain', field).find(({ value }) => value === record[field])?.label ?? record[field];
        return {
          actions: (
            <>
              <Button
                variant="default"
                leftSection={<Network size={13} aria-hidden />}
                onClick={() => go('applications', { id: record.applicationId })}
              >
                {t('Its application')}
              </Button>
              <ActMenu entity="domain" record={record} />
            </>
          ),
          danger: isRemovable('domain', record) && {
            label: t('Remove…'),
            icon: Trash2,
            dialog: (close) => (
              <RemoveDialog entity="domain" rows={[record]} removal={domainRemoval} onClose={close} />
            ),
          },
          fields: record.rank === 'primary' && (
            <RecordField entity="domain" record={record} openIntents={openIntents} field="name" />
          ),
          facts: (
            <>
              <FieldRow label={t('Application')}>{String(extras.applicationName ?? '')}</FieldRow>
              <FieldRow label={t('Role')}>{state('rank')}</FieldRow>
              <FieldRow label={t('DNS')}>
                {state('dns')} <Since at={extras.dnsSince} />
              </FieldRow>
              <FieldRow label={t('Certificate')}>
                {state('ssl')} <Since at={extras.sslSince} />
              </FieldRow>
              <FieldRow label={t('Mail')}>
                {state('mail')} <Since at={extras.mailSince} />
              </FieldRow>
              {record.proxyUrl !== '' && (
                <FieldRow label={t('Proxy')}>
                  {record.proxyUrl}, {state('proxy')}
                </FieldRow>
              )}
            </>
          ),
          created: { label: t('Added'), staged: t('when you reconcile') },
          more: <DnsRecords record={record} />,
        };
      }}
    </RecordInspector>
  );
}
