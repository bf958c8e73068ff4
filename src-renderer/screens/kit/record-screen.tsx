import type { Row } from '@renderer/bridge/use-rows';
import { editInInspector } from '@renderer/screens/shared/edit-in-inspector';
import { RecordTable } from '@renderer/screens/shared/record-table';
import type { StandingView } from '@renderer/screens/shared/saved-views';
import { useQuery } from '@renderer/screens/shared/use-query';
import { tableName } from '@renderer/state/column-layouts';
import { useShows } from '@renderer/state/shown';
import { select, setParams, useRoute } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { capitalized } from '@renderer/ui/format/capitalized';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import type { Column, Sort } from '@renderer/ui/list/virtual-table/column';
import { useSelection } from '@renderer/ui/list/virtual-table/use-selection';
import type { ScreenName } from '@shared/contract/screens';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import { labelOf } from '@shared/domain/rules/label-of';
import type { LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode, useCallback, useEffect } from 'react';
import { conditionsIn, useConditions } from './filter/use-conditions';
import { GroupView } from './group-view';
import { HoldRowContext } from './hold-row';
import { useOwnColumns } from './own-columns';
import { narrowing, noScope, type Params, type RecordFilter, recordQuery, type Scope } from './record-filter';
import { type Gallery, GalleryView, isGallery } from './record-gallery';
import { type BulkAction, RecordToolbar, type ScreenAction } from './record-toolbar';
import { useHeldRows } from './use-held-rows';

const noViews: readonly StandingView[] = [];

interface RecordScreenProps<E extends EntityName> {
  readonly entity: E;
  readonly screen: ScreenName;
  /** What its table is called, where not as the records are. */
  readonly label?: string;
  readonly columns: readonly Column<Row<E>>[];
  /** What it is sorted by when nobody says, where not as its records are everywhere. */
  readonly sort?: Sort;
  readonly filters: readonly RecordFilter[];
  readonly scope?: Scope;
  /** Among the filters: what the scope is, and the way out of it. */
  readonly chip?: ReactNode;
  /** What a row is called, where not as the record is. */
  readonly nameOf?: (row: Row<E>) => string;
  readonly inspector: (id: string, onClose: () => void) => ReactNode;
  /** Buttons at the end of the toolbar, each with the dialog that it opens. */
  readonly actions?: readonly ScreenAction[];
  /** What can be done with the chosen rows at once. */
  readonly bulk?: readonly BulkAction<E>[];
  /** `E` edits a row: in the inspector, unless it says where. */
  readonly edit?: true | ((id: string) => void);
  /** Set where rows are edited in a table that sorts by what is edited: they stay in their places until it is sorted again. */
  readonly holds?: true;
  /** Above the toolbar: figures of all records. */
  readonly head?: ReactNode;
  /** Another view of the same rows, which is shown unless the table is asked for. */
  readonly gallery?: Gallery<E>;
  /** Filters under a name that everybody has. */
  readonly views?: readonly StandingView[];
  /** Set where the table is a part of a page: the parameter that holds its open row. */
  readonly within?: string;
  readonly icon: LucideIcon;
  /** What its rows are called when there are none. */
  readonly many?: string;
  /** What makes the first row, as a sentence. */
  readonly teach: string;
}

/** A table of records with its filters, its selection and its inspector: where it stands is in the route. */
export function RecordScreen<E extends EntityName>(props: RecordScreenProps<E>) {
  const { entity, within } = props;
  const scoped = useScoped();
  // A part of a page belongs to its page, whatever the window is narrowed to.
  const narrow = within === undefined ? scoped : undefined;
  useShows(within === undefined ? { kind: 'list', entity } : null);
  // What is chosen, or on its way to be, must not outlive its rows: another scope is another table.
  return <Records key={narrow?.scope ?? ''} {...props} narrow={narrow} />;
}

interface RecordsProps<E extends EntityName> extends RecordScreenProps<E> {
  readonly narrow: ReturnType<typeof useScoped> | undefined;
}

function Records<E extends EntityName>({ narrow, ...props }: RecordsProps<E>) {
  const { entity, screen, columns: standard, filters, scope = noScope, within, gallery } = props;
  const { id, params } = useRoute(({ route }) => route);
  const { sort = modelOf(entity).sort } = props;
  const words = entityWords[entity];
  const columns = useOwnColumns(entity, tableName(screen, entity), standard);
  const conditions = useConditions(entity, params.where ?? '');
  const asked = (of: Params) => ({
    ...recordQuery({ filters, scope, sort, conditions: conditions.where }, of),
    ...narrow,
  });
  const groupBy = within === undefined ? (params.group ?? '') : '';
  const query = useQuery(asked(params));
  const { rows, load, hold } = useHeldRows(entity, query);
  const idOf = useCallback(({ record }: Row<E>): string => record.id, []);
  const named = useCallback(({ record }: Row<E>): string => labelOf(entity, record, ''), [entity]);
  const selection = useSelection({ idOf, load });
  const opened = within === undefined ? id : (params[within] ?? null);
  const open = (to: string): void => (within === undefined ? select(to) : setParams({ [within]: to }));
  const close = (): void => (within === undefined ? select(null) : setParams({ [within]: '' }));
  const narrowed = narrowing(filters, scope);
  const { holds = false } = props;
  const holdRow = useCallback((held: string) => holds && hold([held]), [holds, hold]);
  useEffect(() => {
    // What is open, or chosen for all of them at once, is what will be edited.
    if (holds) hold([...(opened === null ? [] : [opened]), ...selection.rows.keys()]);
  }, [holds, hold, opened, selection.rows]);
  const edit = props.edit === true ? editInInspector : props.edit;
  const nameOf = props.nameOf ?? named;
  const clearFilters = (): void => setParams(Object.fromEntries(narrowed.map((name) => [name, ''])));
  const empty = { icon: props.icon, many: props.many ?? words.many, teach: props.teach, filters: narrowed };
  const label = props.label ?? capitalized(words.many);
  return (
    <ScreenLayout
      inspector={opened !== null && <Fragment key={opened}>{props.inspector(opened, close)}</Fragment>}
    >
      {props.head}
      <RecordToolbar
        entity={entity}
        screen={screen}
        params={params}
        filters={filters}
        uncounted={(param) => asked({ ...params, [param]: '' })}
        chip={props.chip}
        columns={columns}
        standard={standard}
        queryOf={(of) =>
          recordQuery({ filters, scope, sort, conditions: conditionsIn(entity, of.where) }, of)
        }
        rows={rows}
        selection={selection}
        actions={props.actions ?? []}
        bulk={props.bulk ?? []}
        views={within === undefined && (props.views ?? noViews)}
        gallery={gallery !== undefined}
        conditions={conditions}
        groupBy={within === undefined ? groupBy : null}
      />
      {groupBy !== '' ? (
        <GroupView query={{ ...query, entity }} by={groupBy} conditions={conditions} />
      ) : gallery !== undefined && isGallery(params) ? (
        <GalleryView
          screen={screen}
          entity={entity}
          label={label}
          columns={columns}
          gallery={gallery}
          rows={rows}
          query={query}
          nameOf={nameOf}
          openId={opened}
          onOpen={open}
          edit={edit}
          onClearFilters={clearFilters}
          empty={empty}
        />
      ) : (
        <HoldRowContext value={holdRow}>
          <RecordTable
            screen={screen}
            entity={entity}
            label={label}
            columns={columns}
            rows={rows}
            query={query}
            nameOf={nameOf}
            defaultSort={sort}
            selection={selection}
            edit={edit}
            within={within === undefined ? undefined : { openId: opened, onOpen: open }}
            onClearFilters={clearFilters}
            empty={empty}
          />
        </HoldRowContext>
      )}
    </ScreenLayout>
  );
}
