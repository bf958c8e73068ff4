/** What a scroller shows, px; `height` is that of the rows' part, without the header. */
export interface Viewport {
  readonly scrollTop: number;
  readonly height: number;
  readonly total: number;
  readonly rowHeight: number;
}

export interface RowWindow {
  /** First row to draw, and the row after the last. */
  readonly first: number;
  readonly end: number;
  /** Height of the scrolled body. */
  readonly bodyHeight: number;
  /** Where a row stands in the body. */
  readonly topOf: (index: number) => number;
}

/** Browsers cut elements at some 33 million px; past this height the body is scaled instead of grown. */
export const tallestBody = 16_000_000;

const overscan = 8;

/** Virtual px scrolled for each real one: 1 until the body would get too tall. */
function ratioOf({ total, rowHeight, height }: Viewport): number {
  const whole = total * rowHeight;
  return whole <= tallestBody ? 1 : (whole - height) / (tallestBody - height);
}

/** Which of equally high rows are on screen, and where: exact up to any number of rows. */
export function rowWindow(viewport: Viewport): RowWindow {
  const { scrollTop, height, total, rowHeight } = viewport;
  const virtualTop = scrollTop * ratioOf(viewport);
  const first = Math.max(0, Math.floor(virtualTop / rowHeight) - overscan);
  const end = Math.min(total, Math.ceil((virtualTop + height) / rowHeight) + overscan);
  return {
    first: Math.min(first, end),
    end,
    bodyHeight: Math.min(total * rowHeight, tallestBody),
    topOf: (index) => scrollTop + index * rowHeight - virtualTop,
  };
}

/** The scroll position that brings a row into sight with the least movement; the present one if it is in sight. */
export function scrollTopToReveal(index: number, viewport: Viewport): number {
  const { scrollTop, height, rowHeight } = viewport;
  const ratio = ratioOf(viewport);
  const virtualTop = scrollTop * ratio;
  const top = index * rowHeight;
  if (top < virtualTop) return top / ratio;
  if (top + rowHeight > virtualTop + height) return (top + rowHeight - height) / ratio;
  return scrollTop;
}
