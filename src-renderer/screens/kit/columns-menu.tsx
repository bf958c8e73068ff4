import { Button, Menu } from '@mantine/core';
import { useColumnLayouts } from '@renderer/state/column-layouts';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import {
  arranged,
  canHide,
  inOrder,
  movedBy,
  shownOrHidden,
  standardLayout,
} from '@renderer/ui/list/virtual-table/column-layout';
import type { EntityName } from '@shared/domain/entity';
import { metadataFields } from '@shared/domain/views/metadata-paths';
import { t } from '@shared/language/t';
import { ArrowLeft, ArrowRight, Columns3, Plus, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import classes from './columns-menu.module.css';
import { OwnColumnDialog } from './own-column-dialog';
import { useOwnPaths } from './own-columns';

interface ColumnsMenuProps<T> {
  /** Name of the table, under which its layout is kept. */
  readonly table: string;
  readonly columns: readonly Column<T>[];
  readonly entity: EntityName;
}

/** Which columns a table shows and in which order; kept on this machine. */
export function ColumnsMenu<T>({ table, columns, entity }: ColumnsMenuProps<T>) {
  const layout = useColumnLayouts(({ layouts }) => layouts[table]) ?? standardLayout;
  const setLayout = useColumnLayouts((store) => store.setLayout);
  const shown = new Set(arranged(columns, layout).map(({ id }) => id));
  const own = useOwnPaths(table);
  const setOwn = useColumnLayouts((store) => store.setOwn);
  const [adding, setAdding] = useState(false);
  const changed = layout !== standardLayout;
  return (
    <>
      {adding && <OwnColumnDialog entity={entity} table={table} onClose={() => setAdding(false)} />}
      <Menu position="bottom-end" width={260} closeOnItemClick={false}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Columns3 size={13} aria-hidden />}
            aria-label={t('Columns')}
            title={t('Columns')}
            data-iconic="first"
          >
            {t('Columns')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          {inOrder(columns, layout).map(({ id, title }) => (
            <div key={id} className={classes.column}>
              <Menu.CheckboxItem
                className={classes.name}
                checked={shown.has(id)}
                disabled={!canHide(columns, id)}
                onChange={(checked) => setLayout(table, shownOrHidden(layout, id, checked))}
              >
                {title}
              </Menu.CheckboxItem>
              {([-1, 1] as const).map((by) => (
                <Menu.Item
                  key={by}
                  className={classes.move}
                  aria-label={
                    by === -1
                      ? t('Move {title} to the left', { title })
                      : t('Move {title} to the right', { title })
                  }
                  disabled={!shown.has(id) || movedBy(columns, layout, id, by) === layout}
                  onClick={() => setLayout(table, movedBy(columns, layout, id, by))}
                >
                  {by === -1 ? <ArrowLeft size={12} aria-hidden /> : <ArrowRight size={12} aria-hidden />}
                </Menu.Item>
              ))}
              {own.includes(id) && (
                <Menu.Item
                  className={classes.move}
                  aria-label={t('Remove column {title}', { title })}
                  title={t('Remove')}
                  onClick={() =>
                    setOwn(
                      table,
                      own.filter((path) => path !== id),
                    )
                  }
                >
                  <X size={12} aria-hidden />
                </Menu.Item>
              )}
            </div>
          ))}
          <Menu.Divider />
          {metadataFields(entity).length > 0 && (
            <Menu.Item
              closeMenuOnClick
              leftSection={<Plus size={12} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('Add column from metadata…')}
            </Menu.Item>
          )}
          <Menu.Item
            disabled={!changed}
            leftSection={<RotateCcw size={12} aria-hidden />}
            onClick={() => setLayout(table, undefined)}
          >
            {t('Standard columns')}
          </Menu.Item>
          <Menu.Label>{t('On a header: Alt with ← → sizes, with Shift moves.')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
