import { stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction, ScreenAction } from '@renderer/screens/kit/record-toolbar';
import { useElevatedWords } from '@renderer/screens/shared/elevated-words';
import { useCapability } from '@renderer/state/capabilities';
import { t } from '@shared/language/t';
import { Building2, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { CreateOrganizationDialog } from './create-organization-dialog';
import { organizationColumns } from './organization-columns';
import { OrganizationInspector } from './organization-inspector';
import { SeatsDialog } from './seats-dialog';
import { seatsFilter } from './seats-filter';

/** Those that the service has, with whoever may do everything under its word for them. */
function useColumns() {
  const { title } = useElevatedWords();
  const slugs = useCapability('organizationSlugs').state === 'available';
  return useMemo(
    () =>
      organizationColumns
        .filter(({ id }) => slugs || id !== 'slug')
        .map((column) => (column.id === 'admins' ? { ...column, title } : column)),
    [slugs, title],
  );
}

const actions: readonly ScreenAction[] = [
  {
    label: t('New organization'),
    icon: Plus,
    needs: ['organizations', 'list.organization', 'takes.create.organization'],
    dialog: (opened, close) => <CreateOrganizationDialog opened={opened} onClose={close} />,
  },
];

const bulk: readonly BulkAction<'organization'>[] = [
  { id: 'change-seats', dialog: (chosen) => <SeatsDialog {...chosen} /> },
];

/** Every organization: filtered, sorted, opened in the inspector. */
export function OrganizationsScreen() {
  return (
    <RecordScreen
      entity="organization"
      screen="organizations"
      columns={useColumns()}
      filters={[stateFilter, seatsFilter]}
      inspector={(id, onClose) => <OrganizationInspector id={id} onClose={onClose} />}
      actions={actions}
      bulk={bulk}
      edit
      icon={Building2}
      teach={t('Organizations of the instance appear here. The first one can be staged here, offline too.')}
    />
  );
}
