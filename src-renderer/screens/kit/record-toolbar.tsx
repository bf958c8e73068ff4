import { ActionIcon } from '@mantine/core';
import { useFacets } from '@renderer/bridge/use-facets';
import { useOperation } from '@renderer/bridge/use-operation';
import type { Row, RowsState } from '@renderer/bridge/use-rows';
import { RowCount } from '@renderer/screens/shared/row-count';
import { SavedViews, type StandingView } from '@renderer/screens/shared/saved-views';
import { SelectionAction } from '@renderer/screens/shared/selection-action';
import { barOf, SelectionBar } from '@renderer/screens/shared/selection-bar';
import { useLack } from '@renderer/state/capabilities';
import { tableName } from '@renderer/state/column-layouts';
import { useFileTarget } from '@renderer/state/file-targets';
import { useEditLack, useReadOnly } from '@renderer/state/read-only';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { AbleButton } from '@renderer/ui/controls/able-button';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { SearchField } from '@renderer/ui/controls/search-field';
import { countOf } from '@renderer/ui/format/count-of';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import type { Selection } from '@renderer/ui/list/virtual-table/use-selection';
import type { RowsCommandId } from '@shared/contract/commands';
import type { PageRequest } from '@shared/contract/page';
import type { ScreenName } from '@shared/contract/screens';
import type { CapabilityName } from '@shared/domain/capabilities';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { filterText } from '@shared/domain/filter/filter-text';
import { isImportable } from '@shared/domain/import/import-fields';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { type LucideIcon, Upload } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { ColumnsMenu } from './columns-menu';
import { ExportButton } from './export-button';
import { ExportDialog } from './export-dialog';
import { FilterBuilder } from './filter/filter-builder';
import { FilterChips } from './filter/filter-chips';
import type { Conditions } from './filter/use-conditions';
import { useSlip } from './filter/use-slip';
import { useUnlisted } from './filter/use-unlisted';
import { GroupMenu } from './group-menu';
import { ImportDialog } from './import/import-dialog';
import { useOwnPaths } from './own-columns';
import type { Params, RecordFilter } from './record-filter';
import { isGallery, ViewSwitch } from './record-gallery';
import { useViewActions } from './use-view-actions';
import type { ViewedTable } from './view-file';

/** Which rows the table shows: its conditions as text, and what is searched for. */
export interface ShownRows {
  readonly where: string;
  readonly text: string;
}

/** A button of the toolbar. */
export interface ScreenAction {
  readonly label: string;
  readonly icon: LucideIcon;
  /** What the service must have for it; without, the button is grey, and says why. */
  readonly needs?: readonly CapabilityName[];
  /** Takes files of its own: it stands in the place of the table's import. */
  readonly imports?: true;
  readonly dialog: (opened: boolean, close: () => void, shown: ShownRows) => ReactNode;
}

/** What can be done with many rows, in a dialog that names them. */
export interface BulkAction<E extends EntityName> {
  readonly id: RowsCommandId;
  readonly dialog: (props: {
    readonly rows: readonly StoredRecord<E>[];
    /** What stands beside each, by id. */
    readonly extras: Readonly<Record<string, JsonObject>>;
    readonly onClose: () => void;
    /** When everything is staged. */
    readonly onDone: () => void;
  }) => ReactNode;
}

interface RecordToolbarProps<E extends EntityName> {
  readonly entity: E;
  readonly screen: ScreenName;
  readonly params: Params;
  readonly filters: readonly RecordFilter[];
  /** The query without the filter of this parameter. */
  readonly uncounted: (param: string) => Omit<PageRequest, 'entity'>;
  readonly chip: ReactNode;
  readonly columns: readonly Column<Row<E>>[];
  /** Those that it comes with. */
  readonly standard: readonly Column<Row<E>>[];
  /** The query that parameters ask for, conditions of the route as these say. */
  readonly queryOf: ViewedTable['queryOf'];
  readonly rows: RowsState<E>;
  readonly selection: Selection<Row<E>>;
  readonly actions: readonly ScreenAction[];
  readonly bulk: readonly BulkAction<E>[];
  /** Views that are there from the start; false where filters cannot be kept under a name. */
  readonly views: readonly StandingView[] | false;
  /** Whether the rows can be seen as a gallery, too. */
  readonly gallery: boolean;
  readonly conditions: Conditions;
  /** The field that rows are counted by, '' for none; null where they cannot be counted. */
  readonly groupBy: string | null;
}

/** Dialogs that tables have, whatever their records are. */
const exporting = 'export';
const importing = 'import';
/** The dialog of an action of the screen, by its place. */
const dialogOf = (place: number): string => `action ${place}`;

/** Filters, columns and what can be made here; while rows are selected, what can be done with them. */
export function RecordToolbar<E extends EntityName>(props: RecordToolbarProps<E>) {
  const { entity, screen, params, filters, rows, selection, actions, bulk, conditions, groupBy } = props;
  const table = tableName(screen, entity);
  const own = useOwnPaths(table);
  const views = useViewActions({ screen, entity, filters, columns: props.standard, queryOf: props.queryOf });
  const [dialog, setDialog] = useState('');
  const [dropped, setDropped] = useState<File>();
  const close = (): void => {
    setDialog('');
    setDropped(undefined);
  };
  const ownImport = actions.findIndex((action) => action.imports);
  const importable = useReadOnly() === null && isImportable(entity);
  const imports = importable && ownImport === -1;
  useCommandTarget(
    'import-file',
    importable ? () => setDialog(ownImport === -1 ? importing : dialogOf(ownImport)) : null,
  );
  const { many } = entityWords[entity];
  const takeDropped = (file: File): void => {
    setDropped(file);
    setDialog(importing);
  };
  useFileTarget('table', many, imports ? takeDropped : null);
  const counted = filters.find((filter) => filter.counted !== undefined);
  const facets = useFacets(
    { ...props.uncounted(counted?.param ?? ''), entity },
    counted?.counted ?? '',
    useDataVersion(),
  );
  const counts = new Map(facets.map(({ value, count }) => [String(value), count]));
  const chosen = bulk.find(({ id }) => id === dialog);
  const slip = useSlip(entity, conditions.fields, props.uncounted('').where ?? []);
  const shown = { where: filterText(entity, props.uncounted('').where ?? []), text: params.text ?? '' };
  return (
    <>
      {selection.rows.size > 0 && (
        <>
          <SelectionBar {...barOf(selection, rows.total)}>
            {bulk.map(({ id }, place) => (
              <SelectionAction
                key={id}
                id={id}
                what={countOf(selection.rows.size, entityWords[entity])}
                second={place > 0}
                onRun={() => setDialog(id)}
              />
            ))}
          </SelectionBar>
          {chosen?.dialog({
            rows: [...selection.rows.values()].map(({ record }) => record),
            extras: Object.fromEntries(
              [...selection.rows.values()].map(({ record, extras }) => [record.id, extras]),
            ),
            onClose: close,
            onDone: selection.clear,
          })}
        </>
      )}
      <Toolbar
        label={t('Filters of {many}', { many })}
        end={
          <>
            <RowCount entity={entity} total={rows.total} isLowerBound={rows.totalIsLowerBound} />
            {props.gallery && <ViewSwitch params={params} />}
            {groupBy !== null && <GroupBy entity={entity} fields={conditions.fields} by={groupBy} />}
            {!(props.gallery && isGallery(params)) && !groupBy && (
              <ColumnsMenu table={table} entity={entity} columns={props.columns} />
            )}
            <ExportButton total={rows.total} onClick={() => setDialog(exporting)} />
            {imports && (
              <ActionIcon
                variant="default"
                size={28}
                aria-label={t('Import…')}
                title={t('Import…')}
                onClick={() => setDialog(importing)}
              >
                <Upload size={13} aria-hidden />
              </ActionIcon>
            )}
            {props.views && <SavedViews screen={screen} standing={props.views} actions={views} />}
            {actions.map((action, place) => (
              <ActionButton
                key={action.label}
                action={action}
                second={place > 0}
                onRun={() => setDialog(dialogOf(place))}
              />
            ))}
          </>
        }
      >
        <SearchField
          label={t('Filter {many}', { many })}
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
        />
        {filters.map((filter) => (
          <ParamFilter key={filter.param} entity={entity} filter={filter} params={params} counts={counts} />
        ))}
        <FilterBuilder entity={entity} fields={conditions.fields} where={conditions.where} />
        {props.chip}
      </Toolbar>
      <FilterChips entity={entity} {...conditions} slip={slip} />
      {dialog === exporting && (
        <ExportDialog
          query={{ ...props.uncounted(''), entity }}
          total={rows.total ?? 0}
          selected={[...selection.rows.values()].map(({ record }) => record.id)}
          own={own}
          onClose={close}
        />
      )}
      {dialog === importing && <ImportDialog entity={entity} first={dropped} onClose={close} />}
      {actions.map(({ label, dialog: render }, place) => (
        <Fragment key={label}>{render(dialog === dialogOf(place), close, shown)}</Fragment>
      ))}
    </>
  );
}

interface GroupByProps {
  readonly entity: EntityName;
  readonly fields: Conditions['fields'];
  readonly by: string;
}

/** What metadata holds is asked for once the menu has been opened. */
function GroupBy({ entity, fields, by }: GroupByProps) {
  const [paths, setPaths] = useState<readonly string[]>([]);
  const { run } = useOperation('metadataPaths');
  const ask = async (): Promise<void> => {
    const found = await run({ entity });
    if (found.ok) setPaths(found.value.map(({ path }) => path));
  };
  return <GroupMenu fields={fields} paths={paths} by={by} onOpen={() => void ask()} />;
}

interface ParamFilterProps {
  readonly entity: EntityName;
  readonly filter: RecordFilter;
  readonly params: Params;
  readonly counts: ReadonlyMap<string, number>;
}

function ParamFilter({ entity, filter, params, counts }: ParamFilterProps) {
  const { param, label, options, none = t('All'), counted, needs } = filter;
  const unlisted = useUnlisted(entity, param).map(({ value, label: word }) => ({ value, label: word }));
  return (
    <FilterMenu
      label={label}
      lack={useLack(needs)}
      value={params[param] ?? ''}
      options={[
        { value: '', label: none },
        ...[...options, ...unlisted].map((option) =>
          counted === undefined ? option : { ...option, count: counts.get(option.value) ?? 0 },
        ),
      ]}
      onChange={(value) => setParams({ [param]: value })}
    />
  );
}

interface ActionButtonProps {
  readonly action: ScreenAction;
  /** Beside the one that is meant first. */
  readonly second: boolean;
  readonly onRun: () => void;
}

function ActionButton({ action, second, onRun }: ActionButtonProps) {
  const { label, icon: Icon, needs } = action;
  return (
    <AbleButton
      lack={useEditLack(needs)}
      variant={second ? 'default' : 'filled'}
      leftSection={<Icon size={13} aria-hidden />}
      {...(second && { 'data-iconic': 'last', 'aria-label': label, title: label })}
      onClick={onRun}
    >
      {label}
    </AbleButton>
  );
}
