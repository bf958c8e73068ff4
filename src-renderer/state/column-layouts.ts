import type { ColumnLayout } from '@renderer/ui/list/virtual-table/column-layout';
import type { SavedColumns } from '@shared/contract/desk';
import type { ScreenName } from '@shared/contract/screens';
import type { EntityName } from '@shared/domain/entity';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What a table is called here: a screen may hold tables of several kinds. */
export const tableName = (screen: ScreenName, entity: EntityName): string => `${screen}/${entity}`;

/** Gives a table the columns of a view. */
export function arrangeColumns(table: string, { layout, own }: SavedColumns): void {
  const { setLayout, setOwn } = useColumnLayouts.getState();
  setOwn(table, own);
  setLayout(table, layout);
}

interface ColumnLayouts {
  /** By the name of the table; nothing for one whose columns are as they come. */
  readonly layouts: Readonly<Record<string, ColumnLayout>>;
  /** Undefined gives the table its own columns back. */
  readonly setLayout: (table: string, layout: ColumnLayout | undefined) => void;
  /** Columns that somebody added to each table, as paths inside of metadata. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  readonly setOwn: (table: string, paths: readonly string[]) => void;
}

/** How somebody wants the columns of each table; kept on this machine, for every workspace. */
export const useColumnLayouts = create<ColumnLayouts>()(
  persist(
    (set) => ({
      layouts: {},
      own: {},
      setOwn: (table, paths) => set(({ own }) => ({ own: { ...own, [table]: paths } })),
      setLayout: (table, layout) =>
        set(({ layouts: { [table]: _, ...others } }) => ({
          layouts: layout === undefined ? others : { ...others, [table]: layout },
        })),
    }),
    { name: 'tenantry-columns' },
  ),
);
