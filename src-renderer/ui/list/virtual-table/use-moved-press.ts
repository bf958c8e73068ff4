import { type MouseEvent, useRef } from 'react';

/** A row as it was pressed, and where on the screen. */
interface Pressed<T> {
  readonly row: T;
  readonly index: number;
  /** Place of the cell among those of its row, from 0; -1 where the cells say none. */
  readonly cell: number;
  readonly onCheckbox: boolean;
  readonly x: number;
  readonly y: number;
}

interface MovedPress<T> {
  readonly rowAt: (index: number) => T | undefined;
  readonly onPress: (index: number, row: T, event: MouseEvent, cell: number) => void;
  readonly onToggle: (index: number, row: T, extend: boolean) => void;
}

/** Less than this, px, and the pointer stood still. */
const still = 4;

/**
 * A press whose row moved on before the button was let go: another row lies under the pointer by then, so that the click is nobody's. It is
 * that of the row that was pressed. For the element around the rows.
 */
export function useMovedPress<T>({ rowAt, onPress, onToggle }: MovedPress<T>) {
  const pressed = useRef<Pressed<T> | null>(null);
  return {
    onMouseDown: ({ target, button, clientX: x, clientY: y }: MouseEvent): void => {
      pressed.current = null;
      const element = target instanceof Element ? target : null;
      const index = Number(element?.closest('[role="row"]')?.getAttribute('aria-rowindex')) - 2;
      const row = rowAt(index);
      const cell = Number(element?.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? 0) - 1;
      const onCheckbox = element?.matches('input[type="checkbox"]') ?? false;
      const control = element?.closest('button, a, input, [role="combobox"]');
      if (button === 0 && row !== undefined && (onCheckbox || !control))
        pressed.current = { row, index, cell, onCheckbox, x, y };
    },
    onClick: (event: MouseEvent): void => {
      const of = pressed.current;
      pressed.current = null;
      if (of === null || event.target !== event.currentTarget) return;
      if (Math.hypot(event.clientX - of.x, event.clientY - of.y) > still) return;
      if (of.onCheckbox) onToggle(of.index, of.row, event.shiftKey);
      else onPress(of.index, of.row, event, of.cell);
    },
  };
}
