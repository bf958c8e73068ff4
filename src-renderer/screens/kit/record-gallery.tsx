import { SegmentedControl, Skeleton } from '@mantine/core';
import type { Row, RowsState } from '@renderer/bridge/use-rows';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { recordActions } from '@renderer/screens/shared/record-actions';
import { TableEmpty, type WhenEmpty } from '@renderer/screens/shared/table-empty';
import { setParams } from '@renderer/state/use-route';
import { VirtualGrid } from '@renderer/ui/list/virtual-grid/virtual-grid';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import type { ScreenName } from '@shared/contract/screens';
import type { EntityName } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import type { Params } from './record-filter';

/** A screen's rows as pictures side by side. */
export interface Gallery<E extends EntityName> {
  /** Least width of one, px. */
  readonly width: number;
  readonly height: number;
  readonly render: (record: StoredRecord<E>) => ReactNode;
}

/** Whether a screen that has a gallery shows it: the other choice is in the route. */
export const isGallery = ({ view }: Params): boolean => view !== 'table';

/** Gallery or table. */
export function ViewSwitch({ params }: { readonly params: Params }) {
  return (
    <SegmentedControl
      size="xs"
      withItemsBorders={false}
      aria-label={t('Show as')}
      data={[
        { value: 'gallery', label: t('Gallery') },
        { value: 'table', label: t('Table') },
      ]}
      value={isGallery(params) ? 'gallery' : 'table'}
      onChange={(view) => setParams({ view: view === 'table' ? view : '' })}
    />
  );
}

interface GalleryViewProps<E extends EntityName> {
  readonly screen: ScreenName;
  readonly entity: E;
  readonly label: string;
  readonly columns: readonly Column<Row<E>>[];
  readonly gallery: Gallery<E>;
  readonly rows: RowsState<E>;
  readonly query: object;
  readonly nameOf: (row: Row<E>) => string;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly edit?: ((id: string) => void) | undefined;
  readonly onClearFilters: () => void;
  readonly empty: WhenEmpty;
}

/** The rows of a screen as a gallery, in the order of its table. */
export function GalleryView<E extends EntityName>(props: GalleryViewProps<E>) {
  const { screen, entity, label, gallery, rows, empty, onOpen, edit } = props;
  if (rows.failure)
    return <FailedTable title={t('{label} cannot be listed', { label })} failure={rows.failure} />;
  if (rows.total === undefined) return <Skeleton m={16} height={gallery.height} width={gallery.width} />;
  if (rows.total === 0)
    return <TableEmpty entity={entity} empty={empty} onClearFilters={props.onClearFilters} />;
  return (
    <VirtualGrid<Row<E>>
      label={label}
      total={rows.total}
      itemAt={rows.rowAt}
      onShow={rows.show}
      queryKey={JSON.stringify(props.query)}
      idOf={({ record }) => record.id}
      nameOf={props.nameOf}
      itemWidth={gallery.width}
      itemHeight={gallery.height}
      render={({ record }) => gallery.render(record)}
      openId={props.openId}
      actions={recordActions({ screen, entity, open: onOpen, edit })}
      columns={props.columns}
    />
  );
}
