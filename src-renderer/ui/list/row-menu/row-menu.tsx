import { Menu } from '@mantine/core';
import { commandTable } from '@shared/contract/commands';
import { t } from '@shared/language/t';
import { targetOf } from '../../controls/command-target';
import { Kbd } from '../../controls/kbd';
import { type RowMenuId, rowIcons } from './row-icons';
import classes from './row-menu.module.css';

const ids = (Object.keys(commandTable) as (keyof typeof commandTable)[]).filter(
  (id): id is RowMenuId => id in rowIcons,
);

/** What each command would do here. Null: not now, so grey. Undefined: never here. */
export type MenuRuns = Readonly<Partial<Record<RowMenuId, (() => void) | null | undefined>>>;

/** Where a menu opens, px of the window, and what it is for. */
export interface RowMenuAt {
  readonly x: number;
  readonly y: number;
  /** `Kestrel Foods`, `3 rows`. */
  readonly name: string;
  readonly runs: MenuRuns;
  /** All selected rows are meant: what is offered above the table for them is offered here, too. */
  readonly selected?: boolean;
}

interface RowMenuProps {
  readonly at: RowMenuAt | null;
  readonly onClose: () => void;
}

/** The commands of a row, a card or an item, or of all selected rows, where the pointer or the row is. */
export function RowMenu({ at, onClose }: RowMenuProps) {
  if (at === null) return null;
  const runOf = (id: RowMenuId): (() => void) | null | undefined =>
    commandTable[id].row === 'rows' ? (at.selected ? targetOf(id) : undefined) : at.runs[id];
  return (
    <Menu opened onClose={onClose} returnFocus={false} withinPortal>
      <Menu.Target>
        <span className={classes.point} style={{ left: at.x, top: at.y }}>
          <span className="visually-hidden">{t('Commands for {name}', { name: at.name })}</span>
        </span>
      </Menu.Target>
      <Menu.Dropdown
        onKeyDown={(event) => event.stopPropagation()}
        onContextMenu={(event) => event.preventDefault()}
      >
        {ids.map((id) => {
          const run = runOf(id);
          if (run === undefined) return null;
          const Icon = rowIcons[id];
          const { title, ...data } = commandTable[id];
          return (
            <Menu.Item
              key={id}
              disabled={run === null}
              leftSection={<Icon size={14} aria-hidden />}
              rightSection={'keys' in data && <Kbd keys={data.keys[0]} />}
              onClick={() => run?.()}
            >
              {title}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
