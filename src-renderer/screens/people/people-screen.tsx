import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction, ScreenAction } from '@renderer/screens/kit/record-toolbar';
import type { StandingView } from '@renderer/screens/shared/saved-views';
import { useWorkspace } from '@renderer/state/use-session';
import { t } from '@shared/language/t';
import { Plus, Users } from 'lucide-react';
import { ActDialog } from './act-dialog';
import { BanDialog } from './ban-dialog';
import { DeletePeopleDialog } from './delete-people-dialog';
import { OffboardDialog } from './offboard-dialog';
import { inOrganizations, peopleFilters } from './people-filters';
import { personColumns } from './person-columns';
import { PersonInspector } from './person-inspector';

const columnsWithoutOrganizations = personColumns.filter(({ id }) => id !== 'organizations');

const actions: readonly ScreenAction[] = [
  {
    label: t('New person'),
    icon: Plus,
    needs: ['list.user', 'takes.create.user'],
    dialog: (opened, close) => <CreateDialog entity="user" opened={opened} onClose={close} />,
  },
];

const bulk: readonly BulkAction<'user'>[] = [
  { id: 'sign-out-people', dialog: (chosen) => <ActDialog {...chosen} operation="revokeSessions" /> },
  { id: 'reset-factors', dialog: (chosen) => <ActDialog {...chosen} operation="resetMfa" /> },
  { id: 'ban-people', dialog: (chosen) => <BanDialog {...chosen} ban /> },
  { id: 'unban-people', dialog: (chosen) => <BanDialog {...chosen} ban={false} /> },
  { id: 'offboard-people', dialog: (chosen) => <OffboardDialog {...chosen} /> },
  { id: 'delete-people', dialog: (chosen) => <DeletePeopleDialog {...chosen} /> },
];

const personalAccounts: readonly StandingView[] = [
  { name: t('Personal accounts'), params: { in: 'none' }, needs: inOrganizations.needs },
];

/** Every person of the instance. */
export function PeopleScreen() {
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  return (
    <RecordScreen
      entity="user"
      screen="people"
      columns={withOrganizations ? personColumns : columnsWithoutOrganizations}
      filters={withOrganizations ? [...peopleFilters, inOrganizations] : peopleFilters}
      views={withOrganizations ? personalAccounts : undefined}
      inspector={(id, onClose) => <PersonInspector id={id} onClose={onClose} />}
      actions={actions}
      bulk={bulk}
      edit
      icon={Users}
      teach={t('People appear here once they have signed up or were invited.')}
    />
  );
}
