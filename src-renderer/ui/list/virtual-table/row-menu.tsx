import { Menu } from '@mantine/core';
import { commandTable, type RowCommandId, type RowsCommandId } from '@shared/contract/commands';
import {
  Ban,
  BookOpen,
  Copy,
  ExternalLink,
  Focus,
  Gauge,
  Hash,
  History,
  KeyRound,
  ListChecks,
  LogOut,
  type LucideIcon,
  PanelRight,
  Pencil,
  ShieldCheck,
  SlidersHorizontal,
  SquareCheck,
  Trash2,
  Undo2,
  UserCog,
  Users,
  UserX,
} from 'lucide-react';
import { targetOf } from '../../controls/command-target';
import { Kbd } from '../../controls/kbd';
import type { RowRuns } from './row-actions';
import classes from './row-menu.module.css';

type RowMenuId = RowCommandId | RowsCommandId;

const icons: Readonly<Record<RowMenuId, LucideIcon>> = {
  'row-open': PanelRight,
  'row-page': ExternalLink,
  'row-scope': Focus,
  'row-edit': Pencil,
  'row-history': History,
  'row-withdraw': Undo2,
  'row-select': SquareCheck,
  'copy-rows': Copy,
  'copy-ids': Hash,
  'change-role': UserCog,
  'remove-members': Trash2,
  'change-seats': Users,
  'sign-out-people': LogOut,
  'reset-factors': KeyRound,
  'ban-people': Ban,
  'unban-people': ShieldCheck,
  'offboard-people': UserX,
  'delete-people': Trash2,
  'revoke-invitations': Trash2,
  'delete-entries': Trash2,
  'delete-records': Trash2,
  'give-plan': BookOpen,
  'count-usage': Gauge,
  'set-policy': SlidersHorizontal,
  'bring-to-baseline': ListChecks,
};

const ids = (Object.keys(commandTable) as (keyof typeof commandTable)[]).filter(
  (id): id is RowMenuId => id in icons,
);

/** Where a menu opens, px of the window, and what it is for. */
export interface RowMenuAt {
  readonly x: number;
  readonly y: number;
  /** `Kestrel Foods`, `3 rows`. */
  readonly name: string;
  readonly runs: RowRuns;
  /** All selected rows are meant: what is offered above the table for them is offered here, too. */
  readonly selected: boolean;
}

interface RowMenuProps {
  readonly at: RowMenuAt | null;
  readonly onClose: () => void;
}

/** The commands of a row, or of the selected ones, where the pointer or the row is. */
export function RowMenu({ at, onClose }: RowMenuProps) {
  if (at === null) return null;
  const runOf = (id: RowMenuId): (() => void) | null | undefined =>
    commandTable[id].row === 'row' ? at.runs[id as RowCommandId] : at.selected ? targetOf(id) : undefined;
  return (
    <Menu opened onClose={onClose} returnFocus={false} withinPortal>
      <Menu.Target>
        <span className={classes.point} style={{ left: at.x, top: at.y }}>
          <span className="visually-hidden">Commands for {at.name}</span>
        </span>
      </Menu.Target>
      <Menu.Dropdown
        onKeyDown={(event) => event.stopPropagation()}
        onContextMenu={(event) => event.preventDefault()}
      >
        {ids.map((id) => {
          const run = runOf(id);
          if (run === undefined) return null;
          const Icon = icons[id];
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
