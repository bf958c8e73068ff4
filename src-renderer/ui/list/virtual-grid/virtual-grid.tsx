import { t } from '@shared/language/t';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { RowMenu } from '../row-menu/row-menu';
import { useCursor } from '../use-cursor';
import type { Column } from '../virtual-table/column';
import type { RowActions } from '../virtual-table/row-actions';
import { useTableCommands } from '../virtual-table/use-table-commands';
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
  /** What can be done with an item, by keys and by its menu. */
  readonly actions: RowActions<T>;
  /** As what an item is copied. */
  readonly columns: readonly Column<T>[];
}

const gap = 14;
const padding = 16;
/** From the corner of an item to a menu that a key opens, px. */
const menuIndent = 24;

/** Items side by side, any number of them: only the rows on screen are drawn. Arrows move; else keys and menu are a table's. */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { total, itemAt, idOf, nameOf, itemHeight, openId, actions, onShow, queryKey } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useViewport(scroller);
  const { active: current, setActive, reset } = useCursor({ count: total, rowAt: itemAt, idOf });
  const across = Math.max(1, Math.floor((width - 2 * padding + gap) / (props.itemWidth + gap)));
  const virtual = useVirtualizer({
    count: Math.ceil(total / across),
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeight + gap,
    paddingStart: padding,
    paddingEnd: padding,
    overscan: 3,
  });
  // Sizes are kept until somebody says that they are others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another height makes other rows
  useLayoutEffect(() => virtual.measure(), [itemHeight]);
  const drawn = virtual.getVirtualItems();
  const [from, to] = [(drawn[0]?.index ?? 0) * across, ((drawn.at(-1)?.index ?? 0) + 1) * across];
  useEffect(() => onShow(from, to), [onShow, from, to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is another list
  useEffect(() => {
    reset();
    scroller.current?.scrollTo({ top: 0 });
  }, [queryKey]);

  const { onKey, menu, openMenu, closeMenu } = useTableCommands({
    scroller,
    columns: props.columns,
    count: total,
    active: current,
    rowAt: itemAt,
    idOf,
    nameOf,
    actions,
    selection: undefined,
    leadsTo: (key) => gridTarget(key, current, total, across),
    moveTo: (index) => {
      setActive(index);
      virtual.scrollToIndex(Math.floor(index / across));
      const item = itemAt(index);
      if (openId !== null && item !== undefined) actions.open(item);
    },
    placeOf: (index) => {
      const box = document.getElementById(`${id}-${index}`)?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + menuIndent, y: (box?.top ?? 0) + menuIndent };
    },
  });

  return (
    <>
      <p data-paper>{t('Only what is in sight is printed; the table has all of them.')}</p>
      <div
        ref={scroller}
        role="listbox"
        aria-label={props.label}
        aria-activedescendant={total > 0 ? `${id}-${current}` : undefined}
        tabIndex={0}
        className={classes.scroller}
        onKeyDown={(event) => {
          const item = itemAt(current);
          if (event.key !== ' ' || item === undefined) return onKey(event);
          // Items are not chosen but opened.
          event.preventDefault();
          actions.open(item);
        }}
        // The key for it has opened the item's menu already.
        onContextMenu={(event) => event.preventDefault()}
      >
        <div
          role="presentation"
          className={classes.body}
          style={{ height: virtual.getTotalSize(), '--item-width': `${props.itemWidth}px` } as CSSProperties}
        >
          {drawn.map(({ index: row, start }) =>
            Array.from({ length: Math.min(across, total - row * across) }, (_, place) => {
              const index = row * across + place;
              const item = itemAt(index);
              const share = (width - 2 * padding - (across - 1) * gap) / across;
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
                    setActive(index, item);
                    scroller.current?.focus({ preventScroll: true });
                    actions.open(item);
                  }}
                  onContextMenu={(event) => {
                    event.preventDefault();
                    setActive(index, item);
                    openMenu(index, item, { x: event.clientX, y: event.clientY });
                  }}
                >
                  {props.render(item)}
                </div>
              );
            }),
          )}
        </div>
      </div>
      <RowMenu at={menu} onClose={closeMenu} />
    </>
  );
}
