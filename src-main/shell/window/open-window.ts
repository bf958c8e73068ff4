import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { isPageUrl, pageOrigin } from '../page/page-origin';
import { recoverPage } from './recover-page';
import { readBounds, rememberBounds } from './remember-bounds';
import { webPreferences } from './web-preferences';
import { placeWindow, smallest } from './window-bounds';

/** The page's own backgrounds, so that no white flash comes before it. */
const backgrounds = { light: '#ffffff', dark: '#14171a' } as const;

/** Opens the window of the app where it was last time. `preload` is the built preload's path. */
export function openWindow(preload: string, icon: string): BrowserWindow {
  const boundsFile = join(app.getPath('userData'), 'window.json');
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const { maximized, ...bounds } = placeWindow(readBounds(boundsFile), screens);
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
  void window.loadURL(`${pageOrigin}/`);
  return window;
}
