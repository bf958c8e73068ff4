import type { BrowserWindow } from 'electron';
import type { KeptWindow, WindowPlace } from '../../workspace/kept-windows';
import { placeOfAddress } from '../page/page-address';

/** The windows of the app. Each belongs to a group for good; it has a place, a scope and bounds of its own. */
export interface AppWindows<Group> {
  /** Opens one more for a group, as it was left, or at the place of that group's window in front. */
  open(group: Group, left?: KeptWindow): void;
  /** Brings a group's window forward, or opens its first. */
  show(group: Group): void;
  /** The window that was in front last, of all or of one group; null when there is none. */
  front(group?: Group): BrowserWindow | null;
  /** That of the window in front; null when there is no window. */
  groupInFront(): Group | null;
  /** All of a group. */
  of(group: Group): readonly BrowserWindow[];
  /** Whose page this is; null where it is of no window that is open. */
  groupOf(page: number): Group | null;
  /** Shows the menu anew: another workspace is open, or none. */
  showMenu(): void;
  /** Keeps which commands apply in a window, by the id of its page. */
  keepCommands(from: number, ids: readonly string[]): void;
}

interface AppWindowsParts<Group> {
  /** Opens a window: its number decides where it was last, counted from 1, unless it was left somewhere. */
  readonly create: (number: number, place: WindowPlace, group: Group, left?: KeptWindow) => BrowserWindow;
  /** Makes the menu that of a group, with the commands that apply in its window. */
  readonly showInMenu: (group: Group, ids: readonly string[]) => void;
  /** Whether the last window of a group may close; who says no tells why. */
  readonly mayClose: (group: Group, window: BrowserWindow) => boolean;
  /** It has closed. */
  readonly onLastClosed: (group: Group) => void;
}

interface Shown<Group> {
  readonly window: BrowserWindow;
  readonly group: Group;
  readonly number: number;
  readonly page: number;
  /** The commands that apply there. */
  readonly applying: { ids: readonly string[] };
}

export function createAppWindows<Group>(parts: AppWindowsParts<Group>): AppWindows<Group> {
  /** Those in front last come last. */
  let shown: readonly Shown<Group>[] = [];
  const last = (group?: Group): Shown<Group> | undefined =>
    shown.findLast((each) => group === undefined || each.group === group);
  /** The menu is that of the window in front. */
  const showMenu = (): void => {
    const inFront = last();
    if (inFront !== undefined) parts.showInMenu(inFront.group, inFront.applying.ids);
  };

  const open = (group: Group, left?: KeptWindow): void => {
    const beside = last(group);
    let number = 1;
    while (shown.some((each) => each.number === number)) number += 1;
    // One more is at the place of its neighbour, and narrowed to nothing.
    const hash = beside === undefined ? '' : placeOfAddress(beside.window.webContents.getURL()).hash;
    const window = parts.create(number, left ?? { hash, scope: '' }, group, left);
    const own = { window, group, number, page: window.webContents.id, applying: { ids: [] } };
    shown = [...shown, own];
    showMenu();
    window.on('focus', () => {
      shown = [...shown.filter((each) => each !== own), own];
      showMenu();
    });
    window.on('close', (event) => {
      const isLast = shown.every((each) => each === own || each.group !== group);
      if (isLast && !parts.mayClose(group, window)) event.preventDefault();
    });
    window.on('closed', () => {
      shown = shown.filter((each) => each !== own);
      showMenu();
      if (last(group) === undefined) parts.onLastClosed(group);
    });
  };

  return {
    open,
    front: (group) => last(group)?.window ?? null,
    groupInFront: () => last()?.group ?? null,
    of: (group) => shown.flatMap((each) => (each.group === group ? [each.window] : [])),
    groupOf: (page) => shown.find((each) => each.page === page)?.group ?? null,
    show(group) {
      const window = last(group)?.window;
      if (window === undefined) return open(group);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    showMenu,
    keepCommands(from, ids) {
      const own = shown.find(({ page }) => page === from);
      if (own === undefined) return;
      own.applying.ids = ids;
      if (last() === own) showMenu();
    },
  };
}
