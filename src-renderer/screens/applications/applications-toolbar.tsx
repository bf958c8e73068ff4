import { Button } from '@mantine/core';
import type { Row, RowsState } from '@renderer/bridge/use-rows';
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
import { configField, configWords } from '@shared/domain/config-field';
import type { ConfigGroup } from '@shared/domain/config-settings';
import { X } from 'lucide-react';
import { useState } from 'react';
import { dnsOptions, settingFilter } from './applications-query';
import { SetPolicyDialog } from './set-policy-dialog';
import { settingText } from './setting-text';

interface ApplicationsToolbarProps {
  readonly params: Readonly<Record<string, string>>;
  readonly rows: RowsState<'application'>;
  readonly groups: readonly ConfigGroup[];
  readonly selection: Selection<Row<'application'>>;
}

/** Filters and the group of settings to compare; while rows are selected, what can be done with them. */
export function ApplicationsToolbar({ params, rows, groups, selection }: ApplicationsToolbarProps) {
  const [setting, setSetting] = useState(false);
  const valued = settingFilter(params);
  const bulk = selection.rows.size > 0 && (
    <>
      <SelectionBar {...barOf(selection, rows.total)}>
        <SelectionAction id="set-policy" onRun={() => setSetting(true)} />
      </SelectionBar>
      <SetPolicyDialog
        key={params.policy}
        opened={setting}
        rows={[...selection.rows.values()].map(({ record }) => record)}
        groups={groups}
        group={params.policy}
        onClose={() => setSetting(false)}
        onDone={selection.clear}
      />
    </>
  );
  return (
    <>
      {bulk}
      <Toolbar
        label="Filters of applications"
        end={
          <>
            <RowCount entity="application" total={rows.total} isLowerBound={rows.totalIsLowerBound} />
            <SavedViews screen="applications" />
          </>
        }
      >
        <SearchField
          label="Filter applications"
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
          width={200}
        />
        <FilterMenu
          label="Policy"
          value={params.policy ?? ''}
          options={[
            { value: '', label: 'Summary' },
            ...groups.map(({ key }) => ({ value: key, label: configWords(key) })),
          ]}
          onChange={(policy) => setParams({ policy })}
        />
        {valued && (
          <Button
            variant="light"
            rightSection={<X size={12} aria-hidden />}
            aria-label={`${configField(valued.field)?.label} ${settingText(valued.value)}. Show every value`}
            onClick={() => setParams({ set: '', is: '' })}
          >
            {configField(valued.field)?.label} {settingText(valued.value)}
          </Button>
        )}
        <FilterMenu
          label="DNS"
          value={params.dns ?? ''}
          options={dnsOptions}
          onChange={(dns) => setParams({ dns })}
        />
        <FilterMenu
          label="State"
          value={params.state ?? ''}
          options={stateOptions}
          onChange={(state) => setParams({ state })}
        />
      </Toolbar>
    </>
  );
}
