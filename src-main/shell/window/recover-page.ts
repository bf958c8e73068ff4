import { type BrowserWindow, dialog } from 'electron';
import { log } from '../log/log';
import { spendRestart } from '../restart-budget';

/** Reloads a page that crashed; the engine and its edits live on. Asks the admin when it keeps crashing. */
export function recoverPage(window: BrowserWindow): void {
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
    message: 'The window keeps crashing',
    detail: 'What you staged is kept by the engine, and drafts are kept on disk. Reloading is safe.',
    buttons: ['Reload', 'Close the window'],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.destroy();
}
