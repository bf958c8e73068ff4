import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMainTable } from '../main-table';
import { useViewport } from '../virtual-table/use-viewport';
import { gridTarget } from './grid-keys';
import classes from './virtual-grid.module.css';

interface VirtualGridProps<T> {
  readonly label: string;
  readonly total: number;
  /** Undefined while the item is on its way. */
  readonly itemAt: (index: number) => T | undefined;
  /** What is on screen, `to` exclusive: only that needs to be there. */
  readonly onShow: (from: number, to: number) => void;
  /** When it changes, the grid starts at the top. */
  readonly queryKey: string;
  readonly idOf: (item: T) => string;
  /** What an item is called, for screen readers. */
  readonly nameOf: (item: T) => string;
  /** Least width of an item, px; what is left over is shared out. */
  readonly itemWidth: number;
  readonly itemHeight: number;
  /** A picture of the item: nothing in it can be pressed. */
  readonly render: (item: T) => ReactNode;
  readonly openId: string | null;
  readonly onOpen: (item: T) => void;
  readonly onEdit?: (item: T) => void;
}

const gap = 14;
const padding = 16;

/** Items side by side, any number of them: only the rows on screen are drawn. Arrows move, Enter opens, E edits. */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { total, itemAt, idOf, nameOf, itemHeight, openId, onOpen, onShow, queryKey } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useViewport(scroller);
  const [active, setActive] = useState(0);
  const columns = Math.max(1, Math.floor((width - 2 * padding + gap) / (props.itemWidth + gap)));
  const virtual = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeight + gap,
    paddingStart: padding,
    paddingEnd: padding,
    overscan: 3,
  });
  const current = Math.min(active, total - 1);
  const drawn = virtual.getVirtualItems();
  const [from, to] = [(drawn[0]?.index ?? 0) * columns, ((drawn.at(-1)?.index ?? 0) + 1) * columns];
  useEffect(() => onShow(from, to), [onShow, from, to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is another list
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [queryKey]);

  /** False: the key means nothing to the grid. */
  const press = (key: string): boolean => {
    const item = itemAt(current);
    const target = gridTarget(key, current, total, columns);
    if (target !== null) {
      setActive(target);
      virtual.scrollToIndex(Math.floor(target / columns));
      const next = itemAt(target);
      if (openId !== null && next !== undefined) onOpen(next);
    } else if (item === undefined) return false;
    else if (key === 'Enter' || key === ' ') onOpen(item);
    else if (props.onEdit && key.toLowerCase() === 'e') props.onEdit(item);
    else return false;
    return true;
  };
  useMainTable({ focus: (how) => scroller.current?.focus(how), press: ({ key }) => press(key) });

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={total > 0 ? `${id}-${current}` : undefined}
      tabIndex={0}
      className={classes.scroller}
      onKeyDown={onKey}
    >
      <div role="presentation" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index: row, start }) =>
          Array.from({ length: Math.min(columns, total - row * columns) }, (_, place) => {
            const index = row * columns + place;
            const item = itemAt(index);
            const share = (width - 2 * padding - (columns - 1) * gap) / columns;
            const style = {
              width: share,
              height: itemHeight,
              transform: `translate(${padding + place * (share + gap)}px, ${start}px)`,
            };
            if (item === undefined)
              return <div key={index} className={classes.item} style={style} aria-hidden />;
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, items are its active descendants
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
              <div
                key={idOf(item)}
                id={`${id}-${index}`}
                role="option"
                aria-label={nameOf(item)}
                aria-selected={idOf(item) === openId}
                aria-setsize={total}
                aria-posinset={index + 1}
                data-active={index === current || undefined}
                className={classes.item}
                style={style}
                onClick={() => {
                  setActive(index);
                  scroller.current?.focus({ preventScroll: true });
                  onOpen(item);
                }}
              >
                {props.render(item)}
              </div>
            );
          }),
        )}
      </div>
    </div>
  );
}
