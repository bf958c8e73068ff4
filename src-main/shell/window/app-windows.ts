import type { BrowserWindow } from 'electron';

/** The windows of the app. All of them show the one open workspace; each has a place, a scope and bounds of its own. */
export interface AppWindows {
  /** Opens one more, at the place of the one in front. */
  open(): void;
  /** Brings one forward, or opens the first. */
  show(): void;
  /** The one that was in front last; null when there is none. */
  front(): BrowserWindow | null;
  /** Keeps which commands apply in a window, by the id of its page. */
  keepCommands(from: number, ids: readonly string[]): void;
}

interface AppWindowsParts {
  /** Opens a window: its number decides where it was last, counted from 1; `hash` is its place. */
  readonly create: (number: number, hash: string) => BrowserWindow;
  /** The menu is that of the window in front. */
  readonly showInMenu: (ids: readonly string[]) => void;
}

export function createAppWindows({ create, showInMenu }: AppWindowsParts): AppWindows {
  /** By number; those in front last come last in `order`. */
  const windows = new Map<number, BrowserWindow>();
  const applying = new Map<number, readonly string[]>();
  let order: readonly BrowserWindow[] = [];
  const front = (): BrowserWindow | null => order.at(-1) ?? null;

  const open = (): void => {
    const last = front();
    let number = 1;
    while (windows.has(number)) number += 1;
    const window = create(number, last === null ? '' : new URL(last.webContents.getURL()).hash);
    const page = window.webContents.id;
    windows.set(number, window);
    order = [...order, window];
    window.on('focus', () => {
      order = [...order.filter((each) => each !== window), window];
      showInMenu(applying.get(page) ?? []);
    });
    window.on('closed', () => {
      windows.delete(number);
      applying.delete(page);
      order = order.filter((each) => each !== window);
    });
  };

  return {
    open,
    front,
    show() {
      const window = front();
      if (window === null) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    keepCommands(from, ids) {
      applying.set(from, ids);
      if (front()?.webContents.id === from) showInMenu(ids);
    },
  };
}
