import { type RefObject, useLayoutEffect, useState } from 'react';

export interface ScrollerSize {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element, live. */
export function useViewport(scroller: RefObject<HTMLElement | null>): ScrollerSize {
  const [size, setSize] = useState<ScrollerSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return size;
}
