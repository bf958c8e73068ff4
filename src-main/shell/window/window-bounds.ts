import type { WindowBounds } from '../../workspace/kept-windows';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window the interface is designed for, px. */
export const smallest = { width: 1024, height: 680 } as const;

/** So much of a window's top must be seen, px. */
const reach = 100;

const preferred = { width: 1360, height: 860 } as const;

/** The bounds to open with: the remembered ones if they still lie on a screen, with their top in reach, else a centred window. */
export function placeWindow(remembered: WindowBounds | null, screens: readonly Area[]): WindowBounds {
  const [main] = screens;
  const screen = remembered && screens.toSorted((a, b) => overlap(remembered, b) - overlap(remembered, a))[0];
  if (remembered && screen && overlap(remembered, screen) >= 100 * 100) {
    const width = clamp(remembered.width, smallest.width, Math.max(screen.width, smallest.width));
    const height = clamp(remembered.height, smallest.height, Math.max(screen.height, smallest.height));
    // By its top it is moved: that is in reach, whatever lies beside the screen.
    const x = clamp(remembered.x, screen.x + reach - width, screen.x + screen.width - reach);
    const y = clamp(remembered.y, screen.y, screen.y + screen.height - reach);
    return { ...remembered, x, y, width, height };
  }
  const area = main ?? { x: 0, y: 0, ...preferred };
  const width = clamp(preferred.width, smallest.width, Math.max(area.width, smallest.width));
  const height = clamp(preferred.height, smallest.height, Math.max(area.height, smallest.height));
  const x = area.x + Math.max(0, Math.round((area.width - width) / 2));
  const y = area.y + Math.max(0, Math.round((area.height - height) / 2));
  return { x, y, width, height, maximized: false };
}

/** Area that two rectangles share, px². */
function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
