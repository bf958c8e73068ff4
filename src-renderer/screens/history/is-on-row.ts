import type { MouseEvent } from 'react';

/** A click that is meant for the row: not for a button in it, nor the end of marking text. */
export function isOnRow({ target }: MouseEvent): boolean {
  if (target instanceof Element && target.closest('button, a') !== null) return false;
  return (getSelection()?.toString() ?? '') === '';
}
