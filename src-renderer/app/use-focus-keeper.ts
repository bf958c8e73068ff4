import { isDialogOpen } from '@renderer/ui/dialog-open';
import { mainTable } from '@renderer/ui/main-table';
import { type RefObject, useEffect } from 'react';

/**
 * Focus never falls to the page: when the element that had it goes (a dialog closes, a row leaves, a field becomes a value
 * again), the screen's table or list takes it, or else the screen itself. A click on empty ground is left alone.
 */
export function useFocusKeeper(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const look = (): void => {
      const lost = document.activeElement === document.body && last !== null && !last.isConnected;
      if (!lost || isDialogOpen()) return;
      last = null;
      (mainTable() ?? screen.current)?.focus({ preventScroll: true });
    };
    // Whoever takes something away may give the focus on by itself, a frame later: that comes first.
    let waiting = false;
    const observer = new MutationObserver(() => {
      if (waiting || last === null || last.isConnected) return;
      waiting = true;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          waiting = false;
          look();
        }),
      );
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, [screen]);
}
