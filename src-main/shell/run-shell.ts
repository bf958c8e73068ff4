import { join } from 'node:path';
import { success } from '@shared/contract/failure';
import { formatLink, type Place } from '@shared/contract/place-link';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { app, BrowserWindow, session as electronSession, safeStorage } from 'electron';
import { finishRestoring } from '../workspace/finish-restoring';
import { askWhere, askWhich } from './ask-for-file';
import { engineFetch } from './engine/engine-fetch';
import type { ToEngineProcess } from './engine/engine-messages';
import { forkUtility } from './fork-utility';
import { type Guard, startGuard } from './guard/guard';
import { brokerEnginePort, brokerEnginePorts } from './ipc/broker-engine-port';
import { sendEvent, sendEventTo } from './ipc/send-event';
import { serveShellCalls } from './ipc/serve-shell-calls';
import { createLanguageKeeper } from './language/language-keeper';
import { createLinkInbox, linkAmong } from './links/link-inbox';
import { log, startLog } from './log/log';
import { listWorkspacesInMenu } from './menu/list-workspaces-in-menu';
import { enableInMenu, setMenu, showMenuOf } from './menu/set-menu';
import { openNoticeSetting } from './notices/notice-setting';
import { createNotices } from './notices/notices';
import { openExternal, openNetworkPage } from './open-external';
import { outPaths } from './out-paths';
import { declarePageScheme, servePage } from './page/page-protocol';
import { createPreviews } from './page/previews';
import { printedPage } from './page/printed-page';
import { platformKeyring } from './platform-keyring';
import { printWindow } from './print-window';
import { answerProxies } from './proxy/answer-proxies';
import type { ToSandboxProcess } from './sandbox/sandbox-messages';
import { saveAs, saveReport, saveText } from './save-as';
import { clockVariable, shellClock } from './shell-clock';
import { shellHandlers } from './shell-handlers';
import { createSpareProcess } from './spare-process';
import { type ShellUpdates, startUpdates } from './updates/start-updates';
import { createAppWindows } from './window/app-windows';
import { denyPermissions, lockWebContents } from './window/lock-web-contents';
import { openWindow } from './window/open-window';
import { openRecentWorkspaces } from './workspaces/recent-workspaces';
import { createWorkspaceSession, type WorkspaceSession } from './workspaces/workspace-session';

/** Exit code of a second start on one profile, as the command line has it for a workspace that is open elsewhere. */
const openElsewhere = 7;

/** Runs the app's main process: one instance per profile, one open workspace, its windows. */
export async function runShell(): Promise<void> {
  // An installed app goes by the machine's clock, whatever the environment says.
  if (app.isPackaged) delete process.env[clockVariable];
  if (!app.requestSingleInstanceLock()) {
    const profile = app.getPath('userData');
    process.stderr.write(
      `${t('Tenantry is open already on {profile}: its window was brought forward.', { profile })}\n`,
    );
    // A link was handed over: for who opened it, all went well.
    app.exit(linkAmong(process.argv) === undefined ? openElsewhere : 0);
    return;
  }
  const links = createLinkInbox();
  let showLink = (): void => undefined;
  const takeUp = (link: string | undefined): void => {
    if (link === undefined) return;
    links.put(link);
    showLink();
  };
  takeUp(linkAmong(process.argv));
  // macOS hands links over by an event, the first one before the app is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    takeUp(link);
  });
  declarePageScheme();
  // As root (a container) Chromium's sandbox cannot start, and asking for it would stop every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Over HTTP/2 and QUIC Chromium may send a write twice by itself: see `engine-fetch.ts`.
  app.commandLine.appendSwitch('disable-http2');
  app.commandLine.appendSwitch('disable-quic');
  lockWebContents();
  startLog();
  await app.whenReady();
  // Else Chromium fetches a dictionary from its maker, though no page checks spelling.
  electronSession.defaultSession.setSpellCheckerLanguages([]);
  const updates = await startUpdates({
    isBusy: async () => session.isBusy(),
    mayAsk: async () => session.mayAsk(),
  });
  if (updates === null) return app.exit(0);

  const paths = outPaths();
  const keyring = platformKeyring(safeStorage);
  const engines = createSpareProcess(() => forkUtility<ToEngineProcess>(paths.engine, 'Tenantry engine'));
  const services = createSpareProcess(() => forkUtility<ToSandboxProcess>(paths.sandbox, 'Tenantry sandbox'));
  const dropSpares = (): void => {
    engines.drop();
    services.drop();
  };
  const root = join(app.getPath('userData'), 'workspaces');
  await finishRestoring(root).catch((error: unknown) =>
    log.error('Clearing up behind a restore failed', error),
  );
  const recent = openRecentWorkspaces(app.getPath('userData'));
  const session = createWorkspaceSession({
    root,
    keyring,
    version: app.getVersion(),
    fetch: engineFetch,
    now: shellClock(),
    forkEngine: engines.fork,
    forkSandbox: services.fork,
    onActivity: (activity) => notices.hear(activity),
    onPoolCopies: (run) => sendEvent('poolCopies', run),
    onRestoring: (fraction) => sendEvent('restoring', { fraction }),
    onState: (state) => {
      if (state.kind !== 'none') void recent.note(state.workspaceId);
      sendEvent('engineState', state);
      showMenuOf(session.scenario());
      void listInMenu();
      if (state.kind !== 'ready') return notices.hear(null);
      brokerEnginePorts(session);
      void updates.engineOpened().catch(failedUpdate);
      dropSpares();
    },
  });
  const list = async () => {
    const listed = await session.list();
    return listed.ok ? success(recent.inOrder(listed.value)) : listed;
  };
  const listInMenu = async (listed = list()): Promise<void> => {
    const known = await listed;
    if (known.ok) listWorkspacesInMenu(known.value, (id) => takeUp(linkTo(id, 'overview')));
  };
  const atStart = list();
  /** Beside window and page, what an opening will need starts: an opening that waits for nothing but its own work. */
  const prepareSpares = async (): Promise<void> => {
    const known = await atStart;
    if (!known.ok || known.value.length === 0 || session.engineState().kind !== 'none') return;
    engines.prepare();
    if (known.value.some(({ kind }) => kind === 'sandbox')) services.prepare();
  };
  void prepareSpares();
  const wantsNotices = openNoticeSetting(app.getPath('userData'));
  const notices = createNotices({
    windows: () => BrowserWindow.getAllWindows(),
    isOn: wantsNotices.isOn,
    onClick: () => {
      windows.show();
      const ready = session.readyWorkspace();
      if (ready !== null) takeUp(linkTo(ready, 'changes'));
    },
  });
  const info = {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    platform: process.platform,
    keyring: keyring !== null,
    locale: app.getSystemLocale(),
  };
  const guard = startGuard(session);
  const proxies = answerProxies(session.proxyKeeper, (asked) => sendEvent('proxyAsked', { asked }));
  const windows = createAppWindows({
    create: (number, hash) => {
      const window = openWindow({ ...{ preload: paths.preload, icon: paths.icon }, number, hash });
      window.webContents.on('did-finish-load', () => brokerEnginePort(window, session));
      window.once('ready-to-show', updates.windowShown);
      return window;
    },
    showInMenu: enableInMenu,
  });
  const previews = createPreviews();
  const { show: showPreview } = previews;
  const savePdf = (fileName: string, html: string) => saveAs(fileName, () => printedPage(showPreview(html)));
  serveShellCalls(
    shellHandlers({
      info,
      session: { ...session, list },
      links,
      guard,
      saveText,
      savePdf,
      saveReport,
      updates,
      askWhere,
      askWhich,
      wipeWindowDatabases: () => electronSession.defaultSession.clearStorageData({ storages: ['indexdb'] }),
      openExternal,
      openNetworkPage: () => openNetworkPage(session.serviceUrl()),
      proxies,
      windows,
      language: createLanguageKeeper(session),
      notices: wantsNotices,
      showPreview,
      printWindow,
      tellCheck: (run, check) => sendEvent('examined', { run, check }),
    }),
  );
  denyPermissions(electronSession.defaultSession);
  servePage(electronSession.defaultSession, paths.page, previews);
  setMenu((id) => (id === 'new-window' ? windows.open() : sendEventTo(windows.front(), 'command', { id })));
  void listInMenu(atStart);
  closeBeforeQuit(session, guard, updates);
  app.on('will-quit', dropSpares);

  // A second start brings the window forward; of its arguments nothing is looked at but a link.
  app.on('second-instance', (_event, args) => {
    windows.show();
    takeUp(linkAmong(args));
  });
  app.on('activate', windows.show);
  windows.show();
  showLink = () => {
    windows.show();
    sendEventTo(windows.front(), 'link', {});
  };
}

/** Where a notice, or an item of the menu, leads. */
function linkTo(workspaceId: WorkspaceId, screen: Place['screen']): string | undefined {
  const link = formatLink({ workspaceId, screen, id: null, params: {} });
  return link.ok ? link.value : undefined;
}

const failedUpdate = (error: unknown): void => log.error('Keeping the state of updates failed', error);

/** Closes the open workspace before the app quits, whichever way it is asked to. */
function closeBeforeQuit(session: WorkspaceSession, guard: Guard, updates: ShellUpdates): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const wentWell = session.engineState().kind !== 'failed' ? updates.quitWell() : null;
    Promise.all([session.close(), guard.clearClipboard(), wentWell])
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
