import { Skeleton } from '@mantine/core';
import { recordActions } from '@renderer/screens/shared/record-actions';
import { formatSorts, parseSorts } from '@renderer/screens/shared/sort-param';
import { TableEmpty } from '@renderer/screens/shared/table-empty';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { go, select, setParams, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { VirtualGrid } from '@renderer/ui/list/virtual-grid/virtual-grid';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import { markOfRecord } from '@renderer/ui/marks/mark-kind';
import { Palette } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { BrandCard } from './brand-card';
import { brandingColumns } from './branding-columns';
import { BrandingInspector } from './branding-inspector';
import { type BrandingRow, brandingRows, defaultSort } from './branding-row';
import { BrandingSummary } from './branding-summary';
import { BrandingToolbar } from './branding-toolbar';
import { editBranding } from './edit-branding';
import { useBrandings } from './use-brandings';

const idOf = ({ id }: BrandingRow): string => id;
const nameOf = ({ name }: BrandingRow): string => name;
const markOf = ({ state }: BrandingRow) => markOfRecord(state);
const open = ({ id }: BrandingRow): void => select(id);
const edit = ({ id }: BrandingRow): void => editBranding(id);
const actions = recordActions<BrandingRow>({
  idOf,
  open,
  edit,
  page: ({ id }) => go('organization', { id, params: {} }),
  staged: ({ state }) => state !== 'synced',
});
const nothing = (): void => undefined;

/** How every organization looks to its visitors: which have no branding, which cannot be read. */
export function BrandingScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const { rows: all, complete } = useBrandings();
  const rows = useMemo(() => all && brandingRows(all, params), [all, params]);
  const rowAt = useCallback((index: number) => rows?.[index], [rows]);
  const opened = all?.find((row) => row.id === id);
  const empty = (
    <TableEmpty
      entity="organization"
      icon={Palette}
      many="organizations"
      teach="Organizations appear here as their visitors see them."
      filtered={Boolean(params.kind ?? params.text)}
      onClearFilters={() => setParams({ kind: '', text: '' })}
    />
  );
  return (
    <ScreenLayout inspector={opened && <BrandingInspector row={opened} onClose={() => select(null)} />}>
      <BrandingSummary rows={all} />
      <BrandingToolbar params={params} count={rows?.length} complete={complete} />
      {params.view === 'table' ? (
        <VirtualTable
          label="Branding"
          columns={brandingColumns}
          total={rows?.length}
          rowAt={rowAt}
          idOf={idOf}
          nameOf={nameOf}
          markOf={markOf}
          onShow={nothing}
          sorts={parseSorts(params.sort, defaultSort)}
          onSort={(sorts) => setParams({ sort: formatSorts(sorts) })}
          openId={id}
          actions={actions}
          queryKey={JSON.stringify(params)}
          rowHeight={rowHeights[density]}
          empty={empty}
        />
      ) : rows === undefined ? (
        <Skeleton m={16} height={150} width={230} />
      ) : rows.length === 0 ? (
        empty
      ) : (
        <VirtualGrid
          label="Branding"
          items={rows}
          idOf={idOf}
          nameOf={nameOf}
          itemWidth={228}
          itemHeight={176}
          render={(row) => <BrandCard row={row} />}
          openId={id}
          onOpen={open}
          onEdit={edit}
        />
      )}
    </ScreenLayout>
  );
}
