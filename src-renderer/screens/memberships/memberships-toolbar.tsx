import { Button } from '@mantine/core';
import { useFacets } from '@renderer/bridge/use-facets';
import type { Row } from '@renderer/bridge/use-rows';
import { RowCount } from '@renderer/screens/shared/row-count';
import { SavedViews } from '@renderer/screens/shared/saved-views';
import { stateOptions } from '@renderer/screens/shared/state-filter';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/filter-menu';
import { SearchField } from '@renderer/ui/search-field';
import { Toolbar } from '@renderer/ui/toolbar';
import type { Selection } from '@renderer/ui/virtual-table/use-selection';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { AddMemberDialog } from './add-member-dialog';
import { BulkActions } from './bulk-actions';
import { membershipsQuery } from './memberships-query';

interface MembershipsToolbarProps {
  readonly params: Readonly<Record<string, string>>;
  readonly total: number | undefined;
  readonly isLowerBound: boolean;
  readonly selection: Selection<Row<'membership'>>;
  /** False where it stands on the page of one organization: no saved views there. */
  readonly views?: boolean;
}

/** Filters with counts by role; while rows are selected, what can be done with them at once. */
export function MembershipsToolbar({
  params,
  total,
  isLowerBound,
  selection,
  views = true,
}: MembershipsToolbarProps) {
  const [adding, setAdding] = useState(false);
  const { roles } = useRoles();
  const version = useDataVersion();
  const facets = useFacets(
    { ...membershipsQuery({ ...params, role: '' }), entity: 'membership' },
    'role',
    version,
  );
  const counts = new Map(facets.map(({ value, count }) => [String(value), count]));
  const bulk = selection.rows.size > 0 && <BulkActions selection={selection} total={total ?? 0} />;
  return (
    <>
      {bulk}
      <Toolbar
        label="Filters of memberships"
        end={
          <>
            <RowCount entity="membership" total={total} isLowerBound={isLowerBound} />
            {views && <SavedViews screen="memberships" />}
            <Button leftSection={<UserPlus size={13} aria-hidden />} onClick={() => setAdding(true)}>
              Add member
            </Button>
          </>
        }
      >
        <SearchField
          label="Filter memberships"
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
          width={200}
        />
        <FilterMenu
          label="Role"
          value={params.role ?? ''}
          options={[
            { value: '', label: 'All' },
            ...roles.map(({ key, name }) => ({ value: key, label: name, count: counts.get(key) ?? 0 })),
          ]}
          onChange={(role) => setParams({ role })}
        />
        <FilterMenu
          label="State"
          value={params.state ?? ''}
          options={stateOptions}
          onChange={(state) => setParams({ state })}
        />
      </Toolbar>
      <AddMemberDialog opened={adding} organizationId={params.org ?? null} onClose={() => setAdding(false)} />
    </>
  );
}
