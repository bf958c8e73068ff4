import { type ReactNode, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';

interface HeaderSlotProps {
  /** `scope`: beside the title; `actions`: at the end. The frame's header has an element for each. */
  readonly place: 'scope' | 'actions';
  readonly children: ReactNode;
}

/** Puts a screen's own controls into the frame's header. */
export function HeaderSlot({ place, children }: HeaderSlotProps) {
  const [target, setTarget] = useState<Element | null>(null);
  useLayoutEffect(() => setTarget(document.querySelector(`[data-header-slot="${place}"]`)), [place]);
  return target === null ? null : createPortal(children, target);
}
