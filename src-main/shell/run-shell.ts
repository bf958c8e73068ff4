import { join } from 'node:path';
import { success } from '@shared/contract/failure';
import { formatLink, type Place } from '@shared/contract/place-link';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { app, session as electronSession, safeStorage } from 'electron';
import { finishRestoring } from '../workspace/finish-restoring';
import { isThere } from '../workspace/if-there';
import { askWhere, askWhich } from './ask-for-file';
import { engineFetch } from './engine/engine-fetch';
import type { ToEngineProcess } from './engine/engine-messages';
import { forkUtility } from './fork-utility';
import { createGroup, type GroupParts, type WindowGroup } from './groups/create-group';
import { createWindowGroups, type WindowGroups } from './groups/window-groups';
import { type Guard, startGuard } from './guard/guard';
import { sendEventTo } from './ipc/send-event';
import { serveShellCalls } from './ipc/serve-shell-calls';
import { createLanguageKeeper } from './language/language-keeper';
import { linkAmong } from './links/link-inbox';
import { log, startLog } from './log/log';
import { listWorkspacesInMenu } from './menu/list-workspaces-in-menu';
import { setMenu, showMenuOf } from './menu/set-menu';
import { openNoticeSetting } from './notices/notice-setting';
import { openExternal } from './open-external';
import { outPaths } from './out-paths';
import { declarePageScheme, servePage } from './page/page-protocol';
import { answerAmong } from './page/previews';
import { platformKeyring } from './platform-keyring';
import { printWindow } from './print-window';
import { answerProxies } from './proxy/answer-proxies';
import type { ToSandboxProcess } from './sandbox/sandbox-messages';
import { shareSandboxes } from './sandbox/share-sandboxes';
import { superviseSandbox } from './sandbox/supervise-sandbox';
import { saveReport, saveText } from './save-as';
import { clockVariable, shellClock } from './shell-clock';
import { createSpareProcess } from './spare-process';
import { type ShellUpdates, startUpdates } from './updates/start-updates';
import { type AppWindows, createAppWindows } from './window/app-windows';
import { denyPermissions, lockWebContents } from './window/lock-web-contents';
import { openWindow, tellItSends, watchPlace } from './window/open-window';
import { openRecentWorkspaces } from './workspaces/recent-workspaces';
import type { WorkspaceSession } from './workspaces/workspace-session';

/** Exit code of a second start on one profile, as the command line has it for a workspace that is open elsewhere. */
const openElsewhere = 7;

/** Runs the app's main process: one instance per profile, its open workspaces, the windows of each. */
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
  let early = linkAmong(process.argv);
  let follow = (link: string | undefined): void => {
    early = link ?? early;
  };
  // macOS hands links over by an event, the first one before the app is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    follow(link);
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
  const sessions = (among: (group: WindowGroup) => boolean = () => true): readonly WorkspaceSession[] =>
    groups.all().flatMap((group) => (among(group) ? [group.session] : []));
  const isBusy = async (): Promise<boolean> =>
    (await Promise.all(sessions().map((each) => each.isBusy()))).some(Boolean);
  const updates = await startUpdates({
    isBusy,
    mayAsk: async () => (await Promise.all(sessions().map((each) => each.mayAsk()))).every(Boolean),
  });
  if (updates === null) return app.exit(0);

  const paths = outPaths();
  const profile = app.getPath('userData');
  const keyring = platformKeyring(safeStorage);
  const engines = createSpareProcess(() => forkUtility<ToEngineProcess>(paths.engine, 'Tenantry engine'));
  const services = createSpareProcess(() => forkUtility<ToSandboxProcess>(paths.sandbox, 'Tenantry sandbox'));
  const dropSpares = (): void => {
    engines.drop();
    services.drop();
  };
  const root = join(profile, 'workspaces');
  await finishRestoring(root).catch((error: unknown) =>
    log.error('Clearing up behind a restore failed', error),
  );
  const recent = openRecentWorkspaces(profile);
  if (recent.unread !== null) log.warn(recent.unread.message, recent.unread.next);
  // One that cannot be looked at is opened as well, and says why it does not open.
  const there = await Promise.all(recent.openLast().map((id) => isThere(join(root, id)).catch(() => true)));
  const startSandbox = shareSandboxes((wanted) => superviseSandbox({ ...wanted, fork: services.fork }));
  const guard = startGuard(() => groups.all());
  const proxies = answerProxies(
    (pid) => sessions((group) => group.owns(pid))[0]?.proxyKeeper() ?? null,
    () => {
      for (const { send, session } of groups.all())
        send('proxyAsked', { asked: proxies.asked(session.proxyKeeper()) });
    },
  );
  const notices = openNoticeSetting(profile);
  const parts: Omit<GroupParts, 'elsewhere' | 'onState'> = {
    ...{ proxies, recent },
    session: {
      ...{ root, keyring, version: app.getVersion(), fetch: engineFetch, now: shellClock() },
      ...{ forkEngine: engines.fork, startSandbox },
    },
    app: {
      ...{ guard, saveText, saveReport, updates, askWhere, askWhich, openExternal, printWindow, notices },
      info: {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        platform: process.platform,
        keyring: keyring !== null,
        locale: app.getSystemLocale(),
        recentUnread: recent.unread,
      },
      wipeWindowDatabases: () => electronSession.defaultSession.clearStorageData({ storages: ['indexdb'] }),
      language: createLanguageKeeper({ isBusy }),
    },
    windows: {
      of: (group) => windows.of(group),
      open: (group, left) => windows.open(group, left),
      openBeside(place) {
        const link = formatLink(place);
        if (link.ok) groups.beside(link.value);
        return link.ok ? success({}) : link;
      },
      keepCommands: (from, ids) => windows.keepCommands(from, ids),
    },
    onNotice(group) {
      windows.show(group);
      const ready = group.session.readyWorkspace();
      if (ready !== null) follow(linkTo(ready, 'changes'));
    },
  };
  const windows: AppWindows<WindowGroup> = createAppWindows({
    create(number, place, group, left) {
      const look = { preload: paths.preload, icon: paths.icon };
      const window = openWindow({ ...look, number, place, bounds: left });
      watchPlace(window, group.left.changed);
      window.webContents.on('did-finish-load', () => group.join(window));
      window.once('ready-to-show', updates.windowShown);
      return window;
    },
    showInMenu: (group, ids) => showMenuOf(group.session.scenario(), ids),
    mayClose(group, window) {
      const may = groups.mayClose(group);
      if (!may) tellItSends(window);
      return may;
    },
    onLastClosed: (group) => groups.lastClosed(group),
  });
  const groups: WindowGroups<WindowGroup> = createWindowGroups({
    make: (elsewhere, tell) =>
      createGroup({
        ...{ ...parts, elsewhere },
        onState(state) {
          tell(state);
          if (state.kind !== 'none') void recent.note(state.workspaceId);
          windows.showMenu();
          void listInMenu();
          if (state.kind !== 'ready') return;
          void updates.engineOpened().catch(failedUpdate);
          dropSpares();
        },
      }),
    windows,
    tellLink: (group) => sendEventTo(windows.front(group), 'link', {}),
    onOpen(ids) {
      void recent.noteOpen(ids);
      for (const { send } of groups.all()) send('openChanged', {});
    },
  });
  const openBeside = (id: WorkspaceId): void => {
    const link = linkTo(id, 'overview');
    if (link !== undefined) groups.beside(link);
  };
  const known = async () => {
    const listed = await groups.front().session.list();
    return listed.ok ? recent.inOrder(listed.value) : null;
  };
  const listInMenu = async (listed = known()): Promise<void> => {
    const workspaces = await listed;
    if (workspaces === null) return;
    listWorkspacesInMenu(workspaces, {
      open: (id) => follow(linkTo(id, 'overview')),
      openBeside,
    });
  };
  const atStart = known();
  /** Beside window and page, what an opening will need starts: an opening that waits for nothing but its own work. */
  const prepareSpares = async (): Promise<void> => {
    const workspaces = await atStart;
    if (workspaces === null || workspaces.length === 0) return;
    if (groups.front().session.engineState().kind !== 'none') return;
    engines.prepare();
    if (workspaces.some(({ kind }) => kind === 'sandbox')) services.prepare();
  };
  void prepareSpares();
  serveShellCalls((page) => windows.groupOf(page)?.handlers ?? null);
  denyPermissions(electronSession.defaultSession);
  servePage(electronSession.defaultSession, paths.page, (method, url) =>
    answerAmong(
      groups.all().map(({ previews }) => previews),
      method,
      url,
    ),
  );
  setMenu((id) =>
    id === 'new-window' ? windows.open(groups.front()) : sendEventTo(windows.front(), 'command', { id }),
  );
  void listInMenu(atStart);
  closeBeforeQuit(groups, guard, updates);
  app.on('will-quit', dropSpares);

  follow = (link) => {
    if (link !== undefined) groups.follow(link);
  };
  // A second start brings the window forward; of its arguments nothing is looked at but a link.
  app.on('second-instance', (_event, args) => {
    windows.show(groups.front());
    follow(linkAmong(args));
  });
  app.on('activate', () => windows.show(groups.front()));
  // Each workspace that was open last, or was locked, has a window of its own.
  const again = recent.openLast().filter((_, at) => there[at]);
  if (again.length > 1 || early === undefined)
    for (const id of again) {
      openBeside(id);
      groups.front().left.expect(id);
    }
  if (again.length === 0 && early === undefined) windows.show(groups.front());
  const [only] = again;
  if (again.length === 1 && early !== undefined && only !== undefined) groups.front().left.expect(only);
  follow(early);
}

/** Where a notice, or an item of the menu, leads. */
function linkTo(workspaceId: WorkspaceId, screen: Place['screen']): string | undefined {
  const link = formatLink({ workspaceId, screen, id: null, params: {} });
  return link.ok ? link.value : undefined;
}

const failedUpdate = (error: unknown): void => log.error('Keeping the state of updates failed', error);

/** Closes the open workspaces before the app quits, whichever way it is asked to. */
function closeBeforeQuit(groups: WindowGroups<WindowGroup>, guard: Guard, updates: ShellUpdates): void {
  let closed = false;
  app.on('before-quit', groups.leave);
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const failed = groups.all().some(({ session }) => session.engineState().kind === 'failed');
    Promise.all([groups.closeAll(), guard.clearClipboard(), failed ? null : updates.quitWell()])
      .catch((error: unknown) => log.error('Closing what is open failed', error))
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
