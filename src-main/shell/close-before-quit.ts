import { app } from 'electron';
import { log } from './log/log';
import type { WorkspaceSession } from './workspaces/workspace-session';

/** Closes the open workspace before the app quits, whichever way it is asked to. */
export function closeBeforeQuit(session: WorkspaceSession): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    session
      .close()
      .catch((error: unknown) => log.error('Closing the workspace failed', error))
      .finally(() => {
        closed = true;
        // Not within this event: until it is over, Electron takes a second quit for a part of the first.
        setImmediate(() => app.quit());
      });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
