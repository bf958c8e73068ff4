import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction, ScreenAction } from '@renderer/screens/kit/record-toolbar';
import type { StandingView } from '@renderer/screens/shared/saved-views';
import { useWorkspace } from '@renderer/state/use-session';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import { t } from '@shared/language/t';
import { Plus, Users } from 'lucide-react';
import { ActDialog } from './act-dialog';
import { activeWithin, activities } from './activity';
import { BanDialog } from './ban-dialog';
import { DeletePeopleDialog } from './delete-people-dialog';
import { OffboardDialog } from './offboard-dialog';
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

/** Counted in the copy, and so there without a connection. */
const membership: RecordFilter = {
  param: 'in',
  needs: ['list.membership'],
  label: t('Organizations'),
  options: optionsOf({ none: t('In no organization') }),
  where: (value) => (value === 'none' ? [{ field: 'organizations', op: 'eq', value: 0 }] : []),
};

const outs = optionsOf({ banned: t('Banned'), locked: t('Locked'), deprovisioned: t('Deprovisioned') });

const filters: readonly RecordFilter[] = [
  stateFilter,
  {
    param: 'access',
    label: t('Access'),
    options: outs,
    where: (out) => (outs.some(({ value }) => value === out) ? [{ field: out, op: 'eq', value: true }] : []),
  },
  {
    param: 'mfa',
    label: t('Second factor'),
    options: optionsOf({ on: t('Second factor on'), off: t('Second factor off') }),
    where: (mfa) => [{ field: 'twoFactorEnabled', op: 'eq', value: mfa === 'on' }],
  },
  {
    param: 'active',
    label: t('Last active'),
    options: activities,
    where: activeWithin,
  },
];

const personalAccounts: readonly StandingView[] = [
  { name: t('Personal accounts'), params: { in: 'none' }, needs: membership.needs },
];

/** Every person of the instance. */
export function PeopleScreen() {
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  return (
    <RecordScreen
      entity="user"
      screen="people"
      columns={withOrganizations ? personColumns : columnsWithoutOrganizations}
      filters={withOrganizations ? [...filters, membership] : filters}
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
