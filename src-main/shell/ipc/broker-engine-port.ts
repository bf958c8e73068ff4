import { type BrowserWindow, MessageChannelMain } from 'electron';
import type { WorkspaceSession } from '../workspaces/workspace-session';
import { enginePortChannel } from './channels';

/** Joins a window and the engine of its workspace by a fresh channel; nothing while no engine is ready. */
export function brokerEnginePort(window: BrowserWindow, session: WorkspaceSession): void {
  const workspaceId = session.readyWorkspace();
  if (workspaceId === null || window.isDestroyed()) return;
  const { port1, port2 } = new MessageChannelMain();
  session.attach(port1);
  window.webContents.postMessage(enginePortChannel, workspaceId, [port2]);
}

/** The same for those of its windows whose page has loaded; a page that still loads gets its port when it has. */
export function brokerEnginePorts(windows: readonly BrowserWindow[], session: WorkspaceSession): void {
  for (const window of windows) {
    if (!window.webContents.isLoadingMainFrame()) brokerEnginePort(window, session);
  }
}
