import {
  formatSeats,
  formatText,
  parseName,
  parseSeats,
  parseSlug,
} from '@renderer/screens/shared/field-formats';
import { MembersPreview } from '@renderer/screens/shared/members-preview';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RecordField } from '@renderer/screens/shared/record-field';
import { ServiceTime } from '@renderer/screens/shared/service-time';
import { useSlugsOff } from '@renderer/screens/shared/use-slugs-off';
import { BrandDot } from '@renderer/ui/brand-dot';
import { FieldRow } from '@renderer/ui/field-row';
import { formatCount } from '@renderer/ui/format-count';
import { InspectorSection } from '@renderer/ui/inspector-section';
import { RelativeTime } from '@renderer/ui/relative-time';
import { SeatsBar } from '@renderer/ui/seats-bar';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';
import { AdminsCount } from './admins-count';

interface OrganizationDetailsProps {
  readonly record: Organization;
  readonly extras: JsonObject;
  readonly openIntents: readonly Intent[];
}

/** Fields edited in place, then what belongs to the organization. */
export function OrganizationDetails({ record, extras, openIntents }: OrganizationDetailsProps) {
  const slugsOff = useSlugsOff();
  const field = { entity: 'organization', record, name: record.name, openIntents } as const;
  return (
    <>
      <RecordField {...field} field="name" format={formatText} parse={parseName} />
      {!slugsOff && <RecordField {...field} field="slug" format={formatText} parse={parseSlug} />}
      <RecordField
        {...field}
        field="maxAllowedMemberships"
        format={formatSeats}
        typed={(value) => (value === 0 ? '' : String(value))}
        parse={parseSeats}
        inputMode="numeric"
        hint={`${formatCount(record.membersCount)} used. Empty means no limit.`}
      />
      <dl>
        <FieldRow label="Used">
          <SeatsBar used={record.membersCount} limit={record.maxAllowedMemberships} wide />
        </FieldRow>
        <FieldRow label="Admins">
          <AdminsCount count={extras.admins} />
        </FieldRow>
        <FieldRow label="Invited">
          {typeof extras.invited === 'number' ? formatCount(extras.invited) : '–'}
        </FieldRow>
        <FieldRow label="Brand">
          <BrandDot color={record.branding.primaryColor} /> {record.branding.displayName}
        </FieldRow>
        <FieldRow label="Created">
          <ServiceTime record={record} at={record.createdAt} />
        </FieldRow>
        <FieldRow label="Changed">
          <ServiceTime record={record} at={record.updatedAt} />
        </FieldRow>
        <FieldRow label="Copied">
          <RelativeTime at={record.sync.fetchedAt} never="not on the service yet" />
        </FieldRow>
      </dl>
      <OpenIntents intents={openIntents} />
      <InspectorSection title="Members" count={record.membersCount}>
        <MembersPreview organizationId={record.id} />
      </InspectorSection>
    </>
  );
}
