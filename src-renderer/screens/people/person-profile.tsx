import { RecordField } from '@renderer/screens/shared/record-field';
import { RecordImage } from '@renderer/screens/shared/record-image';
import { RecordSwitch } from '@renderer/screens/shared/record-switch';
import { useManaged } from '@renderer/screens/shared/use-managed';
import { useWorkspace } from '@renderer/state/use-session';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import type { Intent } from '@shared/domain/intent';
import type { User } from '@shared/domain/records/record-map';
import { provided } from '@shared/domain/rules/directory-managed';
import { t } from '@shared/language/t';

interface PersonProfileProps {
  readonly record: User;
  readonly openIntents: readonly Intent[];
}

const named = ['firstName', 'lastName', 'username', 'externalId', 'locale'] as const;

/** What a person is called and may do. What a directory provides is its to change. */
export function PersonProfile({ record, openIntents }: PersonProfileProps) {
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  const managed = useManaged(record);
  const field = { entity: 'user', record, openIntents } as const;
  return (
    <>
      {named.map((name) => (
        <RecordField key={name} {...field} field={name} lack={provided.has(name) ? managed : null} />
      ))}
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
