import { Button } from '@mantine/core';
import { kindText } from '@renderer/fields/field-text';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { useElevatedWords } from '@renderer/screens/shared/elevated-words';
import { useKnownExtras } from '@renderer/screens/shared/known-extras';
import { limitSourceText, otherLimit } from '@renderer/screens/shared/limit-source';
import { MembersPreview } from '@renderer/screens/shared/members-preview';
import { RecordField } from '@renderer/screens/shared/record-field';
import { useCapability } from '@renderer/state/capabilities';
import { go } from '@renderer/state/use-route';
import { BrandDot } from '@renderer/ui/brand/brand-dot';
import { formatCount } from '@renderer/ui/format/format-count';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { SeatsBar } from '@renderer/ui/marks/seats-bar';
import { t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';
import { AdminsCount } from './admins-count';
import { DeleteOrganizationDialog } from './delete-organization-dialog';

interface OrganizationInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One organization beside the table: edited in place, with what belongs to it. */
export function OrganizationInspector({ id, onClose }: OrganizationInspectorProps) {
  const known = useKnownExtras();
  const elevated = useElevatedWords();
  const slugsOff = useCapability('organizationSlugs').state !== 'available';
  const openPage = (params: Record<string, string> = {}): void => go('organization', { id, params });
  return (
    <RecordInspector entity="organization" id={id} recent="organizations" onClose={onClose}>
      {({ record, extras, openIntents }) => {
        const field = { entity: 'organization', record, openIntents } as const;
        const { admins, invited } = known(extras);
        const other = otherLimit(record);
        return {
          actions: (
            <>
              <Button variant="default" onClick={() => openPage()}>
                {t('Open page')}
              </Button>
              <Button variant="default" onClick={() => go('memberships', { params: { org: id } })}>
                {t('Members')}
              </Button>
            </>
          ),
          onHistory: () => openPage({ tab: 'history' }),
          danger: {
            label: t('Delete…'),
            icon: Trash2,
            dialog: (close) => <DeleteOrganizationDialog record={record} opened onClose={close} />,
          },
          fields: (
            <>
              <RecordField {...field} field="name" />
              {!slugsOff && <RecordField {...field} field="slug" />}
              <RecordField
                {...field}
                field="maxAllowedMemberships"
                hint={t('{used, number} used. Empty means no limit.', { used: record.seatsUsed })}
              />
            </>
          ),
          facts: (
            <>
              <FieldRow label={t('Used')}>
                <SeatsBar used={record.seatsUsed} limit={record.maxAllowedMemberships} wide />
              </FieldRow>
              <FieldRow label={t('Limit from')}>
                {limitSourceText(record, extras)}
                {other !== null && `: ${kindText('seats', other)}`}
              </FieldRow>
              <FieldRow label={elevated.title}>
                <AdminsCount count={admins} />
              </FieldRow>
              <FieldRow label={t('Invited')}>
                {typeof invited === 'number' ? formatCount(invited) : '–'}
              </FieldRow>
              <FieldRow label={t('Brand')}>
                <BrandDot color={record.branding.primaryColor} /> {record.branding.displayName}
              </FieldRow>
            </>
          ),
          more: (
            <InspectorSection title={t('Members')} count={record.membersCount}>
              <MembersPreview organizationId={record.id} />
            </InspectorSection>
          ),
        };
      }}
    </RecordInspector>
  );
}
