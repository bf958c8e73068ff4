import { useBook } from '@renderer/bridge/use-book';
import { useFleet } from '@renderer/bridge/use-fleet';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { SearchParam } from '@renderer/screens/shared/param-filters';
import { SelectionAction } from '@renderer/screens/shared/selection-action';
import { barOf, SelectionBar } from '@renderer/screens/shared/selection-bar';
import { useQuery } from '@renderer/screens/shared/use-query';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { select, setParams, useRoute } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { VirtualMatrix } from '@renderer/ui/list/virtual-matrix/virtual-matrix';
import { useSelection } from '@renderer/ui/list/virtual-table/use-selection';
import type { FleetRow, FleetSummary } from '@shared/contract/fleet';
import { t } from '@shared/language/t';
import { SearchX } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { BringDialog } from './bring-dialog';
import { CellInspector } from './cell-inspector';
import { FleetFilters, fleetQuery } from './fleet-filters';
import { percent } from './fleet-head';
import classes from './matrix-view.module.css';
import { settingColumns } from './setting-columns';

interface MatrixViewProps {
  readonly chip: ReactNode;
  readonly head: ReactNode;
  readonly summary: FleetSummary | undefined;
}

const idOf = ({ id }: FleetRow): string => id;
const nameOf = ({ id, name }: FleetRow): string => name || id;

const scoreOf = ({ score }: FleetRow): ReactNode => (
  <span className={classes.score} data-whole={score === 1 || undefined}>
    {percent(score)}
  </span>
);

/** Applications down, settings across: what differs from the baselines stands out, the rest is quiet. */
export function MatrixView({ chip, head, summary }: MatrixViewProps) {
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const groups = useBook('applicationGroup');
  const query = useQuery(fleetQuery(params));
  const fleet = useFleet(query);
  const selection = useSelection({ idOf, load: fleet.load });
  const [bringing, setBringing] = useState(false);
  const columns = useMemo(
    () => settingColumns(fleet.paths, summary, params.path ?? ''),
    [fleet.paths, summary, params.path],
  );
  const close = (): void => select(null);
  const column = params.setting ?? columns[0]?.id ?? '';
  return (
    <ScreenLayout
      inspector={
        id !== null &&
        column !== '' && <CellInspector key={`${id} ${column}`} id={id} path={column} onClose={close} />
      }
    >
      {head}
      {selection.rows.size > 0 && (
        <SelectionBar {...barOf(selection, fleet.total)}>
          <SelectionAction
            id="bring-to-baseline"
            what={t('{count, plural, one {# application} other {# applications}}', {
              count: selection.rows.size,
            })}
            onRun={() => setBringing(true)}
          />
        </SelectionBar>
      )}
      {bringing && (
        <BringDialog
          rows={[...selection.rows.values()]}
          paths={fleet.paths}
          path={params.path ?? ''}
          onClose={() => setBringing(false)}
          onDone={selection.clear}
        />
      )}
      <Toolbar
        label={t('Filters of the fleet')}
        end={
          <span role="status">
            {fleet.total !== undefined &&
              t('{count, plural, one {# application} other {# applications}}', { count: fleet.total })}
          </span>
        }
      >
        {chip}
        <SearchParam label={t('Filter applications')} params={params} />
        <FleetFilters params={params} groups={groups ?? []} paths={fleet.paths} summary={summary} />
      </Toolbar>
      {fleet.failure ? (
        <FailedTable title={t('The fleet cannot be measured')} failure={fleet.failure} />
      ) : (
        <>
          <p data-paper>
            {t('Only what is in sight is printed; the drift as a file has all of it (tenantry fleet drift).')}
          </p>
          <VirtualMatrix
            label={t('Applications and settings')}
            corner={t('Application')}
            columns={columns}
            total={fleet.total}
            rowAt={fleet.rowAt}
            idOf={idOf}
            nameOf={nameOf}
            note={scoreOf}
            onShow={fleet.show}
            queryKey={JSON.stringify(query)}
            selection={selection}
            open={id === null ? null : { id, column }}
            onOpen={(row, setting) => {
              setParams({ setting });
              select(row.id);
            }}
            rowHeight={rowHeights[density]}
            empty={
              <EmptyState
                icon={SearchX}
                title={t('No application is like that')}
                text={t(
                  'Clear a filter, or choose another verdict: an application is here when one of its settings has it.',
                )}
              />
            }
          />
        </>
      )}
    </ScreenLayout>
  );
}
