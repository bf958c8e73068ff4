import { choicesOf } from '@renderer/fields/create-fields';
import { ActMenu } from '@renderer/screens/kit/act-menu';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { deletionsOf } from '@renderer/screens/kit/drafts-of';
import { equals, fieldFilter } from '@renderer/screens/kit/record-filter';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { RecordChoice } from '@renderer/screens/shared/record-choice';
import { FieldRow } from '@renderer/ui/layout/field-row';
import type { Organization, StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Globe, GlobeX } from 'lucide-react';
import { organizationDomainColumns, verdict } from './organization-domain-columns';

type Domain = StoredRecord<'organizationDomain'>;

const filters = [
  fieldFilter({
    field: 'enrollmentMode',
    label: t('Enrolment'),
    options: choicesOf('organizationDomain', 'enrollmentMode'),
  }),
];

/** Domains of one organization: people with an address there are invited, suggested, or let in by single sign-on. */
export function DomainsTab({ organization }: { readonly organization: Organization }) {
  return (
    <RecordScreen
      entity="organizationDomain"
      screen="organization"
      label={t('Domains of {name}', { name: organization.name })}
      columns={organizationDomainColumns}
      filters={filters}
      scope={{ where: equals('organizationId', organization.id) }}
      inspector={(id, onClose) => <DomainInspector id={id} onClose={onClose} />}
      actions={[
        {
          label: t('Add domain…'),
          icon: Globe,
          needs: ['organizations', 'organizationDomains', 'list.organizationDomain'],
          dialog: (opened, close) => (
            <CreateDialog
              entity="organizationDomain"
              title={t('Add a domain to {name}', { name: organization.name })}
              given={{ organizationId: organization.id }}
              opened={opened}
              onClose={close}
            />
          ),
        },
      ]}
      bulk={[{ id: 'delete-records', dialog: (chosen) => <RemoveDialog {...chosen} /> }]}
      within="domain"
      icon={Globe}
      teach={t(
        'Add the domain of its people’s addresses: whoever signs up with one is invited, or told that the organization is there.',
      )}
    />
  );
}

/** One domain beside the table. */
function DomainInspector({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  return (
    <RecordInspector entity="organizationDomain" id={id} onClose={onClose}>
      {({ record, openIntents }) => ({
        title: record.name,
        actions: <ActMenu entity="organizationDomain" record={record} />,
        danger: {
          label: t('Remove…'),
          icon: GlobeX,
          dialog: (close) => <RemoveDialog rows={[record]} onClose={close} />,
        },
        fields: (
          <RecordChoice
            entity="organizationDomain"
            record={record}
            field="enrollmentMode"
            openIntents={openIntents}
          />
        ),
        facts: (
          <>
            <FieldRow label={t('Affiliation')}>{verdict('verification', record.verification)}</FieldRow>
            <FieldRow label={t('Verified by')}>{record.affiliationEmail || '–'}</FieldRow>
            <FieldRow label={t('Ownership')}>{verdict('ownership', record.ownership)}</FieldRow>
            <FieldRow label={t('Waiting')}>
              {t('{invited, number} invited, {suggested, number} suggested', {
                invited: record.pendingInvitations,
                suggested: record.pendingSuggestions,
              })}
            </FieldRow>
          </>
        ),
        created: { label: t('Added'), staged: t('when you reconcile') },
      })}
    </RecordInspector>
  );
}

interface RemoveDialogProps {
  readonly rows: readonly Domain[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

function RemoveDialog({ rows, onClose, onDone }: RemoveDialogProps) {
  const what =
    rows.length === 1
      ? (rows[0]?.name ?? '')
      : t('{count, plural, one {# domain} other {# domains}}', { count: rows.length });
  return (
    <BulkDialog
      title={t('Remove {what}?', { what })}
      verb={t('Stage removal')}
      destructive
      affected={rows.map(({ name }) => name)}
      drafts={deletionsOf('organizationDomain', rows)}
      names={rows.map(({ name }) => name)}
      done={() => t('Staged. Removal of {what}', { what })}
      onClose={onClose}
      onDone={onDone}
    >
      {t(
        'Members stay. People who sign up with an address there are no longer invited or told of the organization, and what is pending for them goes.',
      )}
    </BulkDialog>
  );
}
