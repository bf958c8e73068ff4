import { Button, Skeleton } from '@mantine/core';
import { useWholeList } from '@renderer/bridge/use-list';
import { fieldText } from '@renderer/fields/field-text';
import { ActMenu } from '@renderer/screens/kit/act-menu';
import { ApiKeys } from '@renderer/screens/kit/api-keys';
import { MetadataSections } from '@renderer/screens/kit/metadata-editor';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { AccessWords, isOut } from '@renderer/screens/shared/access-words';
import { ManagedBy } from '@renderer/screens/shared/managed-by';
import { ManagedRole } from '@renderer/screens/shared/managed-role';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { useUnlisted } from '@renderer/state/left-out-context';
import { go } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { Avatar } from '@renderer/ui/marks/avatar';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { User } from '@shared/domain/records/record-map';
import { inSense, t } from '@shared/language/t';
import { UserX } from 'lucide-react';
import { useState } from 'react';
import { OffboardDialog } from './offboard-dialog';
import { PersonContacts } from './person-contacts';
import classes from './person-memberships.module.css';
import { PersonProfile } from './person-profile';

interface PersonInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One person, and every organization they belong to. */
export function PersonInspector({ id, onClose }: PersonInspectorProps) {
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  return (
    <RecordInspector entity="user" id={id} recent="people" onClose={onClose}>
      {({ record, openIntents }) => ({
        subtitle: record.email,
        actions: (
          <>
            <ActMenu entity="user" record={record} />
            {withOrganizations && (
              <Button
                variant="default"
                onClick={() => go('access', { params: { tab: 'what', person: record.id } })}
              >
                {t('What they can do')}
              </Button>
            )}
          </>
        ),
        marks: isOut(record) && <AccessWords out={record} />,
        onHistory: () => go('history', { params: { person: record.id } }),
        danger: {
          label: t('Offboard…'),
          icon: UserX,
          needs: ['takes.perform.user.revokeSessions', 'takes.delete.user'],
          dialog: (close) => <OffboardDialog rows={[record]} onClose={close} onDone={close} />,
        },
        fields: (
          <>
            {record.directoryId && <ManagedBy directoryId={record.directoryId} />}
            <PersonProfile record={record} openIntents={openIntents} />
            <PersonContacts record={record} openIntents={openIntents} kind="email" />
            <PersonContacts record={record} openIntents={openIntents} kind="phone" />
            {withOrganizations && <PersonMemberships person={record} />}
          </>
        ),
        facts: (
          <>
            <FieldRow label={t('Password')}>
              {record.passwordEnabled ? inSense('password', 'Set') : inSense('password', 'None')}
            </FieldRow>
            <FieldRow label={t('Second factor')}>
              {!record.twoFactorEnabled
                ? t('Off')
                : record.secondFactors.length === 0
                  ? t('On')
                  : fieldText('user', 'secondFactors', record.secondFactors)}
            </FieldRow>
            {record.providers.length > 0 && (
              <FieldRow label={t('Connected accounts')}>
                {fieldText('user', 'providers', record.providers)}
              </FieldRow>
            )}
            {record.passkeys > 0 && <FieldRow label={t('Passkeys')}>{formatCount(record.passkeys)}</FieldRow>}
            <FieldRow label={t('Last active')}>
              <RelativeTime at={record.lastActiveAt} never={t('never')} />
            </FieldRow>
            <FieldRow label={t('Last sign-in')}>
              <RelativeTime at={record.lastSignInAt} never={t('never')} />
            </FieldRow>
          </>
        ),
        created: { label: t('Joined') },
        more: (
          <>
            <MetadataSections entity="user" record={record} openIntents={openIntents} />
            <ApiKeys holder={record.id} />
          </>
        ),
      })}
    </RecordInspector>
  );
}

/** Memberships that are drawn before somebody asks for all of them. */
const mostAtFirst = 100;

/** Organizations of a person; their role in each is edited here, unless a directory gives it. */
function PersonMemberships({ person }: { readonly person: User }) {
  const [all, setAll] = useState(false);
  const { rows, total } = useWholeList('membership', {
    where: [{ field: 'userId', op: 'eq', value: person.id }],
    sort: { field: 'organizationName', direction: 'asc' },
  });
  const unlisted = useUnlisted('membership');
  return (
    <InspectorSection title={t('Memberships')} count={rows && !(total === 0 && unlisted) ? total : undefined}>
      {!rows && <Skeleton height={8} width="60%" />}
      {rows && total === 0 && <NoneOf entity="membership">{t('Belongs to no organization.')}</NoneOf>}
      <ul className={classes.list}>
        {(rows ?? []).slice(0, all ? total : mostAtFirst).map((membership) => (
          <li key={membership.id} className={classes.item}>
            <span className={classes.organization}>
              <Avatar name={membership.organizationName} shape="square" />
              <span className={classes.name}>
                <LinkButton onClick={() => go('organization', { id: membership.organizationId, params: {} })}>
                  {membership.organizationName}
                </LinkButton>
              </span>
              <RowMark record={membership} compact />
            </span>
            <div className={classes.role}>
              <ManagedRole membership={membership} directoryId={person.directoryId ?? ''} />
            </div>
          </li>
        ))}
      </ul>
      {total > mostAtFirst && !all && (
        <LinkButton onClick={() => setAll(true)}>{t('Show all {total, number}', { total })}</LinkButton>
      )}
    </InspectorSection>
  );
}
