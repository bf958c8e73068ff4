import { TextInput } from '@mantine/core';
import { parseField } from '@renderer/fields/field-input';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { updatesOf } from '@renderer/screens/kit/drafts-of';
import { type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction, ScreenAction } from '@renderer/screens/kit/record-toolbar';
import { useOrganizationFigures } from '@renderer/screens/shared/use-organization-figures';
import { useSlugsOff } from '@renderer/screens/shared/use-slugs-off';
import { useRoute } from '@renderer/state/use-route';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import { plural } from '@renderer/ui/format/plural';
import type { SeatsLevel } from '@renderer/ui/marks/seats-level';
import type { Organization } from '@shared/domain/records/record-map';
import { Building2, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CreateOrganizationDialog } from './create-organization-dialog';
import { organizationColumns } from './organization-columns';
import { OrganizationInspector } from './organization-inspector';

interface SeatsDialogProps {
  readonly rows: readonly Organization[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const field = 'maxAllowedMemberships';

/** One seat limit for many organizations, staged as one gesture. */
function SeatsDialog({ rows, onClose, onDone }: SeatsDialogProps) {
  const [text, setText] = useState('');
  const parsed = parseField('organization', field, text);
  const limit = parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
  const changing = limit === null ? [] : rows.filter((row) => row.maxAllowedMemberships !== limit);
  const tooFull = changing.filter((row) => limit !== null && limit > 0 && row.membersCount > limit);
  return (
    <BulkDialog
      title={`Seats of ${plural(rows.length, 'organization')}`}
      verb={changing.length === 0 ? 'Nothing to stage' : `Stage ${plural(changing.length, 'change')}`}
      victims={tooFull.map(
        (row) => `${row.name}: has ${plural(row.membersCount, 'member')}, over the new limit`,
      )}
      drafts={updatesOf('organization', changing, field, limit)}
      names={changing.map(({ name }) => name)}
      done={(count) => `Staged. Seats of ${plural(count, 'organization')}`}
      onClose={onClose}
      onDone={onDone}
    >
      <TextInput
        label="Seats"
        description="Empty means no limit"
        inputMode="numeric"
        value={text}
        error={parsed.ok ? undefined : parsed.error.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </BulkDialog>
  );
}

const levels: Readonly<Record<string, readonly SeatsLevel[]>> = {
  full: ['full', 'over'],
  near: ['near'],
  free: ['free', 'near'],
};

/** Ids of the organizations at a chosen seat level. */
function useSeatLevelIds(seats: string | undefined): readonly string[] {
  const { figures } = useOrganizationFigures();
  return useMemo(() => {
    const wanted = levels[seats ?? ''];
    if (!wanted || !figures) return [];
    return figures.filter(({ level }) => wanted.includes(level)).map(({ id }) => id);
  }, [figures, seats]);
}

const columnsWithoutSlug = organizationColumns.filter(({ id }) => id !== 'slug');

const actions: readonly ScreenAction[] = [
  {
    label: 'New organization',
    icon: Plus,
    dialog: (opened, close) => <CreateOrganizationDialog opened={opened} onClose={close} />,
  },
];

const bulk: readonly BulkAction<'organization'>[] = [
  { id: 'change-seats', dialog: (chosen) => <SeatsDialog {...chosen} /> },
];

/** Every organization: filtered, sorted, opened in the inspector. */
export function OrganizationsScreen() {
  const atLevel = useSeatLevelIds(useRoute(({ route }) => route.params.seats));
  // The query language compares fields with values only, so "full" is worked out from the figures.
  const seats: RecordFilter = {
    param: 'seats',
    label: 'Seats',
    options: optionsOf({
      full: 'Full or over',
      near: 'Nearly full',
      free: 'With free seats',
      unlimited: 'Unlimited',
    }),
    where: (level) =>
      level === 'unlimited'
        ? [{ field: 'maxAllowedMemberships', op: 'eq', value: 0 }]
        : [{ field: 'id', op: 'in', value: [...atLevel] }],
  };
  return (
    <RecordScreen
      entity="organization"
      screen="organizations"
      columns={useSlugsOff() ? columnsWithoutSlug : organizationColumns}
      filters={[stateFilter, seats]}
      inspector={(id, onClose) => <OrganizationInspector id={id} onClose={onClose} />}
      actions={actions}
      bulk={bulk}
      edit
      icon={Building2}
      teach="Organizations of the instance appear here. The first one can be staged here, offline too."
    />
  );
}
