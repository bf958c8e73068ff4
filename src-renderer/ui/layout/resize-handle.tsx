// biome-ignore-all lint/a11y/useSemanticElements: a rule cannot be dragged
import type { KeyboardEvent, PointerEvent } from 'react';
import classes from './resize-handle.module.css';

interface ResizeHandleProps {
  readonly label: string;
  /** Of the pane to its right, px. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onWidth: (width: number) => void;
}

const step = 16;

/** The left edge of a pane: dragged, or moved by the arrow keys. */
export function ResizeHandle({ label, width, least, most, onWidth }: ResizeHandleProps) {
  const set = (wanted: number): void => onWidth(Math.round(Math.min(most, Math.max(least, wanted))));
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent): void => set(width + from - to.clientX);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    set(width + by);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={classes.handle}
      onPointerDown={drag}
      onKeyDown={onKey}
    />
  );
}
