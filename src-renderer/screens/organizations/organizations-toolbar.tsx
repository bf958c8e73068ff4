import { Button } from '@mantine/core';
import type { Row } from '@renderer/bridge/use-rows';
import { RowCount } from '@renderer/screens/shared/row-count';
import { SavedViews } from '@renderer/screens/shared/saved-views';
import { SelectionAction } from '@renderer/screens/shared/selection-action';
import { barOf, SelectionBar } from '@renderer/screens/shared/selection-bar';
import { stateOptions } from '@renderer/screens/shared/state-filter';
import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/filter-menu';
import { SearchField } from '@renderer/ui/search-field';
import { Toolbar } from '@renderer/ui/toolbar';
import type { Selection } from '@renderer/ui/virtual-table/use-selection';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { CreateOrganizationDialog } from './create-organization-dialog';
import { seatsOptions } from './organizations-query';
import { SeatsDialog } from './seats-dialog';

interface OrganizationsToolbarProps {
  readonly params: Readonly<Record<string, string>>;
  readonly total: number | undefined;
  readonly isLowerBound: boolean;
  readonly selection: Selection<Row<'organization'>>;
}

/** Filters; while rows are selected, what can be done with them. */
export function OrganizationsToolbar({ params, total, isLowerBound, selection }: OrganizationsToolbarProps) {
  const [dialog, setDialog] = useState<'none' | 'create' | 'seats'>('none');
  const close = (): void => setDialog('none');
  const bulk = selection.rows.size > 0 && (
    <>
      <SelectionBar {...barOf(selection, total)}>
        <SelectionAction id="change-seats" onRun={() => setDialog('seats')} />
      </SelectionBar>
      <SeatsDialog
        opened={dialog === 'seats'}
        rows={[...selection.rows.values()].map(({ record }) => record)}
        onClose={close}
        onDone={selection.clear}
      />
    </>
  );
  return (
    <>
      {bulk}
      <Toolbar
        label="Filters of organizations"
        end={
          <>
            <RowCount entity="organization" total={total} isLowerBound={isLowerBound} />
            <SavedViews screen="organizations" />
            <Button leftSection={<Plus size={13} aria-hidden />} onClick={() => setDialog('create')}>
              New organization
            </Button>
          </>
        }
      >
        <SearchField
          label="Filter organizations"
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
          width={200}
        />
        <FilterMenu
          label="State"
          value={params.state ?? ''}
          options={stateOptions}
          onChange={(state) => setParams({ state })}
        />
        <FilterMenu
          label="Seats"
          value={params.seats ?? ''}
          options={seatsOptions}
          onChange={(seats) => setParams({ seats })}
        />
      </Toolbar>
      <CreateOrganizationDialog opened={dialog === 'create'} onClose={close} />
    </>
  );
}
