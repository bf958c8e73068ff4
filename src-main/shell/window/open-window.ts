import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '@shared/language/t';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { type KeptWindow, WindowBounds, type WindowPlace } from '../../workspace/kept-windows';
import { log } from '../log/log';
import { addressOfPlace, placeOfAddress } from '../page/page-address';
import { isPageUrl, pageOrigin } from '../page/page-origin';
import { spendRestart } from '../restart-budget';
import { webPreferences } from './web-preferences';
import { placeWindow, smallest } from './window-bounds';

const settleMs = 400;
const stepPx = 28;

/** The bounds written last; null when there are none or they are unreadable. */
function readBounds(file: string): WindowBounds | null {
  try {
    return WindowBounds.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps the window's bounds in a file: a moment after it was moved or resized, and when it closes. */
function rememberBounds(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    const bounds: WindowBounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(bounds));
    } catch {
      // A full or read-only disk costs the admin a window position, nothing more.
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, settleMs);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', write);
}

/** The page's own backgrounds, so that no white flash comes before it. */
const backgrounds = { light: '#ffffff', dark: '#14171a' } as const;

interface WantedWindow {
  /** The built preload's path. */
  readonly preload: string;
  readonly icon: string;
  /** Which of the app's windows, from 1. */
  readonly number: number;
  /** What its page begins with. */
  readonly place: WindowPlace;
  /** Left out: where the window of this number was last. */
  readonly bounds?: WindowBounds | undefined;
}

const screensNow = () =>
  [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);

/** A window with its place and bounds, for when it opens again. */
export function windowAsIs(window: BrowserWindow): KeptWindow {
  const at = placeOfAddress(window.webContents.getURL());
  return { ...window.getNormalBounds(), maximized: window.isMaximized(), ...at };
}

/** Tells when a window moves, is resized, shows another place, or goes. */
export function watchPlace(window: BrowserWindow, changed: (now?: 'now') => void): void {
  const later = (): void => changed();
  window.on('move', later);
  window.on('resize', later);
  window.webContents.on('did-navigate', later);
  window.webContents.on('did-navigate-in-page', later);
  window.on('close', () => changed('now'));
  window.on('closed', later);
}

/** Puts an open window where one was left. */
export function putWindow(window: BrowserWindow, left: WindowBounds): void {
  const { x, y, width, height, maximized } = placeWindow(left, screensNow());
  if (window.isMaximized() && !maximized) window.unmaximize();
  window.setBounds({ x, y, width, height });
  if (maximized) window.maximize();
}

/** Opens a window of the app where it was last time. */
export function openWindow({ preload, icon, number, place, bounds: left }: WantedWindow): BrowserWindow {
  const boundsFile = join(app.getPath('userData'), number === 1 ? 'window.json' : `window-${number}.json`);
  const { maximized, x, y, width, height } = placeWindow(left ?? readBounds(boundsFile), screensNow());
  // Where it was never before, so that none hides another.
  const step = left || existsSync(boundsFile) ? 0 : (number - 1) * stepPx;
  const bounds = { x: x + step, y: y + step, width, height };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Tenantry',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    autoHideMenuBar: process.platform !== 'darwin',
    webPreferences: webPreferences(preload),
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberBounds(window, boundsFile);
  recoverPage(window);
  // about:blank is reached without a navigation that could be prevented.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isPageUrl(url)) void window.loadURL(`${pageOrigin}/`);
  });
  void window.loadURL(addressOfPlace(place));
  return window;
}

/** Says why the last window on a workspace stays. */
export function tellItSends(window: BrowserWindow): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    message: t('Changes are being sent.'),
    detail: t('Close the window when the run is over, or stop it first.'),
    buttons: [t('Keep it open')],
  });
}

/** Reloads a page that crashed; the engine and its edits live on. Asks the admin when it keeps crashing. */
function recoverPage(window: BrowserWindow): void {
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.error(`The page is gone: ${reason} (${exitCode})`);
    const spent = spendRestart(crashes, performance.now());
    crashes = spent.restarts;
    if (spent.delayMs === null) void askToReload(window);
    else window.webContents.reload();
  });
  window.on('unresponsive', () => log.warn('The page does not respond'));
}

async function askToReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t('The window keeps crashing'),
    detail: t('What you staged is kept by the engine, and drafts are kept on disk. Reloading is safe.'),
    buttons: [t('Reload'), t('Close the window')],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.destroy();
}
