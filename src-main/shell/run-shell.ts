import { join } from 'node:path';
import { app, BrowserWindow, session as electronSession } from 'electron';
import { askWhere, askWhich } from './ask-for-file';
import { chooseProfile } from './choose-profile';
import { closeBeforeQuit } from './close-before-quit';
import { engineFetch } from './engine/engine-fetch';
import { forkUtility } from './fork-utility';
import { brokerEnginePort, brokerEnginePorts } from './ipc/broker-engine-port';
import { sendEvent } from './ipc/send-event';
import { serveShellCalls } from './ipc/serve-shell-calls';
import { startLog } from './log/log';
import { enableInMenu, setMenu, showMenuOf } from './menu/set-menu';
import { openExternal } from './open-external';
import { outPaths } from './out-paths';
import { declarePageScheme, servePage } from './page/page-protocol';
import { platformKeyring } from './platform-keyring';
import { saveText } from './save-text';
import { shellHandlers } from './shell-handlers';
import { denyPermissions, lockWebContents } from './window/lock-web-contents';
import { openWindow } from './window/open-window';
import { createWorkspaceSession } from './workspaces/workspace-session';

/** Exit code of a second start on one profile, as the command line has it for a workspace that is open elsewhere. */
const openElsewhere = 7;

/** Runs the app's main process: one instance per profile, one window, one open workspace. */
export async function runShell(): Promise<void> {
  chooseProfile();
  if (!app.requestSingleInstanceLock()) {
    const profile = app.getPath('userData');
    process.stderr.write(`Tenantry is open already on ${profile}: its window was brought forward.\n`);
    app.exit(openElsewhere);
    return;
  }
  declarePageScheme();
  // As root (a container) Chromium's sandbox cannot start, and asking for it would stop every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Over HTTP/2 and QUIC Chromium may send a write twice by itself: see `engine-fetch.ts`.
  app.commandLine.appendSwitch('disable-http2');
  app.commandLine.appendSwitch('disable-quic');
  lockWebContents();
  startLog();
  await app.whenReady();

  const paths = outPaths();
  const keyring = platformKeyring();
  const session = createWorkspaceSession({
    root: join(app.getPath('userData'), 'workspaces'),
    keyring,
    fetch: engineFetch,
    forkEngine: () => forkUtility(paths.engine, 'Tenantry engine'),
    forkSandbox: () => forkUtility(paths.sandbox, 'Tenantry sandbox'),
    onRestoring: (fraction) => sendEvent('restoring', { fraction }),
    onState: (state) => {
      sendEvent('engineState', state);
      showMenuOf(session.scenario());
      if (state.kind === 'ready') brokerEnginePorts(session);
    },
  });
  const info = {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    platform: process.platform,
    keyring: keyring !== null,
    locale: app.getSystemLocale(),
  };
  serveShellCalls(shellHandlers({ info, session, saveText, askWhere, askWhich, openExternal, enableInMenu }));
  denyPermissions(electronSession.defaultSession);
  servePage(electronSession.defaultSession, paths.page);
  setMenu((id) => sendEvent('command', { id }));
  closeBeforeQuit(session);

  const showWindow = (): void => {
    const [existing] = BrowserWindow.getAllWindows();
    if (existing) {
      focus(existing);
      return;
    }
    const window = openWindow(paths.preload, paths.icon);
    window.webContents.on('did-finish-load', () => brokerEnginePort(window, session));
  };
  // A second start only brings the window forward: its arguments are not looked at.
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  showWindow();
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
