import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import { WindowBounds } from './window-bounds';

const settleMs = 400;

/** The bounds written last; null when there are none or they are unreadable. */
export function readBounds(file: string): WindowBounds | null {
  try {
    return WindowBounds.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps the window's bounds in a file: a moment after it was moved or resized, and when it closes. */
export function rememberBounds(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    const bounds: WindowBounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(bounds));
    } catch {
      // A full or read-only disk costs the admin a window position, nothing more.
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, settleMs);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', write);
}
