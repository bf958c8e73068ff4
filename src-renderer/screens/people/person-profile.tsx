import { RecordField } from '@renderer/screens/shared/record-field';
import { RecordImage } from '@renderer/screens/shared/record-image';
import { RecordSwitch } from '@renderer/screens/shared/record-switch';
import { useWorkspace } from '@renderer/state/use-session';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import type { Intent } from '@shared/domain/intent';
import type { User } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

interface PersonProfileProps {
  readonly record: User;
  readonly openIntents: readonly Intent[];
}

/** What a person is called and may do. What a directory provides is its to change, and said so where it is tried. */
export function PersonProfile({ record, openIntents }: PersonProfileProps) {
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  const field = { entity: 'user', record, openIntents } as const;
  return (
    <>
      <RecordField {...field} field="firstName" />
      <RecordField {...field} field="lastName" />
      <RecordField {...field} field="username" />
      <RecordField {...field} field="externalId" />
      <RecordField {...field} field="locale" />
      <RecordImage {...field} field="picture" />
      <InspectorSection title={t('Access')}>
        <RecordSwitch {...field} field="banned" label={t('Banned: cannot sign in')} />
        <RecordSwitch {...field} field="locked" label={t('Locked until somebody unlocks')} />
        {withOrganizations && <RecordSwitch {...field} field="createOrganizationEnabled" />}
        {withOrganizations && <RecordField {...field} field="createOrganizationsLimit" />}
        <RecordSwitch {...field} field="deleteSelfEnabled" />
        <RecordField {...field} field="legalAcceptedAt" />
      </InspectorSection>
    </>
  );
}
