// biome-ignore-all lint/a11y/useSemanticElements: list elements cannot hold positioned virtual rows
// biome-ignore-all lint/a11y/noStaticElementInteractions: it takes the keys of its items
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: one item at a time takes the focus, arrows and letters move it

import type { CommandPlace } from '@shared/contract/command-data';
import { type CommandId, commandOf } from '@shared/contract/commands';
import { t } from '@shared/language/t';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { keyName, keyWord } from '../../format/key-name';
import { mostPrinted, usePrinting } from '../../format/printing';
import { useMainTable } from '../main-table';
import { RowMenu, type RowMenuAt } from '../row-menu/row-menu';
import { isTyping, listTarget } from './list-keys';
import classes from './virtual-list.module.css';

/** What commands of the list would do to an item. Null: not now, so grey in its menu. Undefined: never to this one. */
export type ItemRuns = Readonly<Partial<Record<CommandId, (() => void) | null | undefined>>>;

interface VirtualListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** What an item is called, for screen readers. */
  readonly nameOf: (item: T) => string;
  /** Height guessed before an item is measured, px. */
  readonly heightOf: (item: T) => number;
  readonly render: (item: T, active: boolean) => ReactNode;
  /** Whose keys are pressed on an item, or on a button in it. */
  readonly place: CommandPlace;
  /** What those keys, and the item's menu, do to it. */
  readonly runsOf: (item: T) => ItemRuns;
  /** An item to go to: its id, and a number that grows with each wish. */
  readonly reveal?: { readonly id: string; readonly wish: number } | null;
  /** The item that the keys have reached. */
  readonly onActive?: (item: T) => void;
  /** What is on screen. */
  readonly onShow?: (items: readonly T[]) => void;
  /** There are others that were not read: paper says so. */
  readonly more?: boolean;
}

/** From the corner of an item to a menu that a key opens, px. */
const menuIndent = 24;

/** Items of any height and number, moved through by J, K and the arrows; the focus stays on an item when others come and go. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, idOf, nameOf, heightOf, render, runsOf, reveal, onShow, onActive } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const lastIndex = useRef(0);
  const found = items.findIndex((item) => idOf(item) === activeId);
  const active = found === -1 ? Math.max(0, Math.min(lastIndex.current, items.length - 1)) : found;
  const printing = usePrinting();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(items[index] as T),
    getItemKey: (index) => idOf(items[index] as T),
    overscan: 12,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  });

  const focusOn = useCallback(
    (index: number) => {
      const item = items[index];
      if (item === undefined) return;
      setActiveId(idOf(item));
      onActive?.(item);
      virtual.scrollToIndex(index);
      setWanted(idOf(item));
    },
    [items, idOf, virtual, onActive],
  );
  // Before the next key, which is meant for the item that has the focus by then: not in an effect that waits for its turn.
  useLayoutEffect(() => {
    if (wanted === null) return;
    const index = items.findIndex((item) => idOf(item) === wanted);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted, items, idOf]);
  // The item that had the focus is gone: its neighbour takes it, so that the keyboard stays in the list.
  const held = useRef(false);
  useEffect(() => {
    if (found === -1 && held.current && document.activeElement === document.body) focusOn(active);
    else lastIndex.current = active;
  }, [found, active, focusOn]);
  // The control that led here is gone with the last view: the keyboard goes on in this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it appears
  useEffect(() => {
    if (document.activeElement === document.body) focusOn(active);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish moves the focus
  useLayoutEffect(() => {
    if (reveal) focusOn(items.findIndex((item) => idOf(item) === reveal.id));
  }, [reveal?.wish]);

  const shown = virtual.getVirtualItems().map(({ index }) => index);
  const shownKey = `${shown[0]}-${shown.at(-1)}-${items.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each range
  useEffect(() => onShow?.(shown.map((index) => items[index] as T)), [shownKey, items]);

  /** False: the key means nothing to the list. What it means to an item goes before where it would move. */
  const press = (key: string, index: number, elsewhere = false): boolean => {
    const item = items[index];
    const command = commandOf(props.place, keyWord(key));
    const run = item && command && runsOf(item)[command];
    const moves = listTarget(key, index, items.length);
    // What moves in every other list only brings the focus from elsewhere: nothing is done unseen.
    const target = run ? (elsewhere && moves !== null ? index : null) : moves;
    if (target !== null) focusOn(target);
    else run?.();
    return target !== null || typeof run === 'function';
  };
  useMainTable({ focus: () => focusOn(active), press: ({ key }) => press(key, active, true) });

  const [menu, setMenu] = useState<(RowMenuAt & { readonly index: number }) | null>(null);
  const openMenu = (index: number, at: { readonly x: number; readonly y: number }): void => {
    const item = items[index];
    if (item === undefined) return;
    setActiveId(idOf(item));
    setMenu({ ...at, index, name: nameOf(item), runs: runsOf(item) });
  };
  const onContextMenu = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (row === null || isTyping(event.target)) return;
    event.preventDefault();
    // The key for it has opened the menu already.
    if (event.button === 2) openMenu(Number(row.dataset.index), { x: event.clientX, y: event.clientY });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (commandOf('table', keyName(event)) === 'row-menu' && !isTyping(event.target)) {
      const row = rowOf(event);
      const box = row?.getBoundingClientRect();
      if (!row || !box) return;
      openMenu(Number(row.dataset.index), { x: box.left + menuIndent, y: box.top + menuIndent });
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowOf(event);
    if (row === null) return;
    const onItem = event.target === row;
    const radio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
    if (!onItem && (event.key === 'Enter' || event.key === ' ' || (radio && event.key.startsWith('Arrow'))))
      return;
    if (!press(event.key, Number(row.dataset.index))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {printing && (
        <div data-paper>
          {items.slice(0, mostPrinted).map((item) => (
            <div key={idOf(item)} className={classes.paper}>
              {render(item, false)}
            </div>
          ))}
          {(props.more || items.length > mostPrinted) && (
            <p className={classes.paper}>
              {t('{label}: the first {count, number}; there are more in the window.', {
                label,
                count: Math.min(items.length, mostPrinted),
              })}
            </p>
          )}
        </div>
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        data-not-paper={printing || undefined}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onFocus={(event) => {
          held.current = true;
          if (event.target === event.currentTarget) focusOn(active);
        }}
        onBlur={(event) => {
          if (event.relatedTarget !== null) held.current = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        <div
          role="list"
          aria-label={label}
          className={classes.body}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const item = items[index] as T;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="listitem"
                aria-label={nameOf(item)}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                tabIndex={index === active ? 0 : -1}
                className={classes.item}
                style={{ transform: `translateY(${start}px)` }}
                onFocus={() => setActiveId(idOf(item))}
              >
                {render(item, index === active)}
              </div>
            );
          })}
        </div>
      </div>
      <RowMenu
        at={menu}
        onClose={() => {
          if (menu) focusOn(menu.index);
          setMenu(null);
        }}
      />
    </>
  );
}

/** The item that an event came from. */
function rowOf({ target }: { readonly target: EventTarget }): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
}
