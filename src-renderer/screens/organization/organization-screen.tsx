import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { useKnownExtras } from '@renderer/screens/shared/known-extras';
import { useRecent } from '@renderer/screens/shared/use-recent';
import { useShows } from '@renderer/state/shown';
import { go, useRoute } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { t } from '@shared/language/t';
import { Building2 } from 'lucide-react';
import { OrganizationPage } from './organization-page';

/** The page of one organization: the route's id. */
export function OrganizationScreen() {
  const id = useRoute(({ route }) => route.id);
  const { record, extras, openIntents, failure } = useRecord('organization', id);
  const known = useKnownExtras();
  useShows(id === null ? null : { kind: 'page', organizationId: id });
  useRecent('organization', id ?? '', record?.name);
  if (failure) return <FailedTable title={t('This organization cannot be read')} failure={failure} />;
  return (
    <>
      <HeaderSlot place="scope">
        <LinkButton onClick={() => go('organizations')}>{t('← All organizations')}</LinkButton>
      </HeaderSlot>
      {id === null || record === null ? (
        <EmptyState
          icon={Building2}
          title={id === null ? t('No organization chosen') : t('No such organization')}
          text={
            id === null
              ? t(
                  'Open one from the table of organizations: its members, limits, branding and history are here.',
                )
              : t('It is not in your copy: deleted on the service, or not synced yet.')
          }
          actions={<Button onClick={() => go('organizations')}>{t('Show all organizations')}</Button>}
        />
      ) : (
        <OrganizationPage key={id} record={record} extras={known(extras)} openIntents={openIntents} />
      )}
    </>
  );
}
