// biome-ignore-all lint/a11y/useSemanticElements: a cell of the matrix's own grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the cells are the focus stops

import { FieldFault } from '@renderer/ui/controls/field-fault';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { Check, Minus, Plus } from 'lucide-react';
import classes from './matrix-cell.module.css';
import type { PermissionMark } from './toggle-permission';

interface MatrixCellProps {
  /** Row and column, for the keyboard to find it. */
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly mark: PermissionMark;
  /** Under the cross-hair. */
  readonly cross: boolean;
  readonly focusable: boolean;
  /** Why the last change of this cell was not staged. */
  readonly failure: Failure | null;
  readonly onFaultRead: () => void;
  readonly onHover: () => void;
  readonly onToggle: () => void;
  /** Shows who has the permission by this role. */
  readonly onHolders: () => void;
}

const said = (label: string, mark: PermissionMark): string => {
  if (mark === null) return label;
  return mark === 'added' ? t('{label}, staged: gained', { label }) : t('{label}, staged: lost', { label });
};

/** Whether a role has a permission; a staged change has its own sign and the amber tint. */
export function MatrixCell(props: MatrixCellProps) {
  const { id, label, on, mark, cross, focusable, onHover, onToggle, onHolders } = props;
  return (
    <div
      role="gridcell"
      className={classes.cell}
      data-cross={cross || undefined}
      data-mark={mark ?? undefined}
      onMouseEnter={onHover}
    >
      <FieldFault failure={props.failure} onClose={props.onFaultRead}>
        <button
          type="button"
          role="checkbox"
          aria-checked={on}
          aria-label={said(label, mark)}
          data-cell={id}
          tabIndex={focusable ? 0 : -1}
          className={classes.toggle}
          data-on={on || undefined}
          title={t('Enter: gains or loses it. H, or a right click: who holds it.')}
          onClick={onToggle}
          onContextMenu={(event) => {
            event.preventDefault();
            onHolders();
          }}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'h' || event.ctrlKey || event.metaKey || event.altKey) return;
            event.stopPropagation();
            onHolders();
          }}
        >
          {mark === 'added' && <Plus size={13} strokeWidth={2.5} aria-hidden />}
          {mark === 'removed' && <Minus size={13} strokeWidth={2.5} aria-hidden />}
          {mark === null && on && <Check size={13} strokeWidth={2.5} aria-hidden />}
        </button>
      </FieldFault>
    </div>
  );
}
