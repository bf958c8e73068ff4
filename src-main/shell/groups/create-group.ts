import { success } from '@shared/contract/failure';
import type { ShellEventName, ShellEvents } from '@shared/contract/shell';
import type { EngineState } from '@shared/contract/workspace-info';
import type { BrowserWindow } from 'electron';
import type { z } from 'zod';
import type { ChildProcessHandle } from '../child-process-handle';
import type { ToEngineProcess } from '../engine/engine-messages';
import type { ShellHandlers } from '../ipc/answer-call';
import { brokerEnginePort, brokerEnginePorts } from '../ipc/broker-engine-port';
import { sendEventTo } from '../ipc/send-event';
import { createLinkInbox, type LinkInbox } from '../links/link-inbox';
import { log } from '../log/log';
import { createNotices } from '../notices/notices';
import { openNetworkPage } from '../open-external';
import { createPreviews, type Previews } from '../page/previews';
import { printedPage } from '../page/printed-page';
import type { ProxyLogins } from '../proxy/proxy-logins';
import { saveAs } from '../save-as';
import { type HandlerParts, shellHandlers } from '../shell-handlers';
import type { AppWindows } from '../window/app-windows';
import { createLeftWindows, type LeftWindows } from '../window/left-windows';
import { putWindow, windowAsIs } from '../window/open-window';
import type { Elsewhere } from '../workspaces/elsewhere';
import type { RecentWorkspaces } from '../workspaces/recent-workspaces';
import {
  createWorkspaceSession,
  type SessionParts,
  type WorkspaceSession,
} from '../workspaces/workspace-session';
import type { Group } from './window-groups';

/** What a group has of its own: none of it is reached by another one's windows. */
export interface WindowGroup extends Group {
  readonly session: WorkspaceSession;
  readonly links: LinkInbox;
  readonly previews: Previews;
  /** What its windows can ask. */
  readonly handlers: ShellHandlers;
  /** Sends to each of its windows. */
  send<E extends ShellEventName>(name: E, value: z.output<ShellEvents[E]>): void;
  /** Joins a window whose page has loaded with the engine. */
  join(window: BrowserWindow): void;
  /** Where its windows are, and were left. */
  readonly left: LeftWindows;
  /** Whether a process works for it. */
  owns(pid: number): boolean;
}

type OwnParts =
  | 'session'
  | 'links'
  | 'savePdf'
  | 'openNetworkPage'
  | 'proxies'
  | 'showPreview'
  | 'tellCheck'
  | 'windows';

export interface GroupParts {
  readonly elsewhere: Elsewhere;
  readonly session: Omit<
    SessionParts,
    'elsewhere' | 'onActivity' | 'onPoolCopies' | 'onRestoring' | 'onState'
  >;
  /** Handlers that mean the whole app. */
  readonly app: Omit<HandlerParts, OwnParts>;
  readonly recent: RecentWorkspaces;
  readonly proxies: ProxyLogins;
  readonly windows: Pick<AppWindows<WindowGroup>, 'of' | 'open' | 'keepCommands'> &
    Pick<HandlerParts['windows'], 'openBeside'>;
  readonly onState: (state: EngineState) => void;
  /** Somebody clicked on a notice of its workspace. */
  readonly onNotice: (group: WindowGroup) => void;
}

/** Makes a group without windows: a session of its own, and all that hears of it or speaks for it. */
export function createGroup(parts: GroupParts): WindowGroup {
  const { app, proxies } = parts;
  const links = createLinkInbox();
  const previews = createPreviews();
  const processes = new Set<ChildProcessHandle<ToEngineProcess>>();
  let sending = false;

  const windows = (): readonly BrowserWindow[] => parts.windows.of(group);
  const send: WindowGroup['send'] = (name, value) => {
    for (const window of windows()) sendEventTo(window, name, value);
  };
  const notices = createNotices({
    windows,
    isOn: app.notices.isOn,
    onClick: () => parts.onNotice(group),
  });
  const session = createWorkspaceSession({
    ...parts.session,
    elsewhere: parts.elsewhere,
    forkEngine() {
      const process = parts.session.forkEngine();
      processes.add(process);
      process.onExit(() => processes.delete(process));
      return process;
    },
    onActivity(activity) {
      sending = activity.push !== null;
      notices.hear(activity);
    },
    onPoolCopies: (run) => send('poolCopies', run),
    onRestoring: (fraction) => send('restoring', { fraction }),
    onState(state) {
      send('engineState', state);
      if (state.kind === 'ready') brokerEnginePorts(windows(), session);
      else {
        sending = false;
        notices.hear(null);
      }
      parts.onState(state);
    },
  });
  const left = createLeftWindows({
    open: session.windowsKept,
    now: () => windows().map(windowAsIs),
    bringBack([first, ...others]) {
      const [opener] = windows();
      if (first !== undefined && opener !== undefined) putWindow(opener, first);
      for (const each of others) parts.windows.open(group, each);
    },
    onFailure: (error) => log.error('Keeping where windows are failed', error),
  });
  const handlers = shellHandlers({
    ...app,
    session: {
      ...session,
      async list() {
        const listed = await session.list();
        return listed.ok ? success(parts.recent.inOrder(listed.value)) : listed;
      },
    },
    links,
    savePdf: (fileName, html) => saveAs(fileName, () => printedPage(previews.show(html))),
    openNetworkPage: () => openNetworkPage(session.serviceUrl()),
    proxies: {
      asked: () => proxies.asked(session.proxyKeeper()),
      give: (login) => proxies.give(login, session.proxyKeeper()),
      kept: () => proxies.kept(session.proxyKeeper()),
      forget: (proxy) => proxies.forget(proxy, session.proxyKeeper()),
    },
    showPreview: previews.show,
    tellCheck: (run, check) => send('examined', { run, check }),
    windows: {
      open: () => parts.windows.open(group),
      openBeside: parts.windows.openBeside,
      keepCommands: parts.windows.keepCommands,
      placeLeft: left.place,
    },
  });
  const group: WindowGroup = {
    ...{
      session,
      links,
      previews,
      handlers,
      send,
      left,
      keys: session.keys,
      locked: session.locked,
      waitFor: session.waitFor,
    },
    join: (window) => brokerEnginePort(window, session),
    owns: (pid) => [...processes].some((process) => process.pid() === pid),
    isSending: () => sending,
    close: () =>
      left
        .written()
        .then(session.close)
        .catch((error: unknown) => log.error('Closing a workspace failed', error)),
  };
  return group;
}
