import { type ReactNode, useLayoutEffect, useRef } from 'react';
import classes from './toolbar.module.css';

interface ToolbarProps {
  /** Names it for screen readers: `Filters of organizations`. */
  readonly label: string;
  readonly children: ReactNode;
  /** At the far end: counts, actions. */
  readonly end?: ReactNode;
}

/** The row of filters above a table. In whatever language, it takes a second line only once the first has given what it can. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    fitInOneLine(element);
    // A frame later: what is fitted while sizes are told would be told again.
    const later = (): number => requestAnimationFrame(() => fitInOneLine(element));
    const sized = new ResizeObserver(later);
    sized.observe(element);
    // Only words and parts that come and go change what it needs: most renders change neither.
    const changed = new MutationObserver(() => fitInOneLine(element));
    changed.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      sized.disconnect();
      changed.disconnect();
    };
  }, []);
  return (
    <search ref={bar} className={classes.toolbar} aria-label={label}>
      {children}
      {end && (
        <div className={classes.end} data-end>
          {end}
        </div>
      )}
    </search>
  );
}

/** What a bar does without, one step after the other (`toolbar.module.css`): words that an icon stands for, room around words. */
const steps = ['nothing', 'words', 'room'] as const;

/** Marks the bar with the first step at which all of it stands in one line, or with the last. */
function fitInOneLine(bar: HTMLElement): void {
  for (const step of steps) {
    bar.dataset.without = step;
    const boxes = [...bar.querySelectorAll(':scope > :not([data-end]), :scope > [data-end] > *')].map(
      (part) => part.getBoundingClientRect(),
    );
    const firstEnd = Math.min(...boxes.map(({ bottom }) => bottom));
    if (boxes.every(({ top }) => top < firstEnd)) return;
  }
}
