import type { Report } from '@main/doctor/make-report';
import type { DoctorCheck } from '@shared/contract/doctor';
import { type Result, success } from '@shared/contract/failure';
import type { Place } from '@shared/contract/place-link';
import type { KeptProxyLogin, ProxyAsked } from '@shared/contract/proxy-calls';
import type { ShellInfo, ShellInputOf, ShellOutputOf } from '@shared/contract/shell';
import type { Guard } from './guard/guard';
import type { ShellHandlers } from './ipc/answer-call';
import type { LanguageKeeper } from './language/language-keeper';
import type { LinkInbox } from './links/link-inbox';
import type { NoticeSwitch } from './notices/notice-setting';
import type { ShellUpdates } from './updates/start-updates';
import type { AskWhere } from './workspaces/opened-workspace';
import type { WorkspaceSession } from './workspaces/workspace-session';

export interface HandlerParts {
  readonly info: ShellInfo;
  readonly session: WorkspaceSession;
  readonly links: Pick<LinkInbox, 'take'>;
  /** Asks where to save a text; the path, null when nothing was chosen. */
  readonly saveText: (fileName: string, text: string) => Promise<Result<string | null>>;
  /** Asks where to save a document as PDF; likewise. */
  readonly savePdf: (fileName: string, html: string) => Promise<Result<string | null>>;
  /** Asks where to save a report of the doctor's; likewise. */
  readonly saveReport: (files: Report) => Promise<Result<string | null>>;
  readonly askWhere: AskWhere;
  /** Asks for a file to open; null when none was chosen. */
  readonly askWhich: () => Promise<string | null>;
  /** Opens an https address in the system's browser. */
  readonly openExternal: (url: string) => Promise<void>;
  /** Opens the open workspace's host there, for a network's own page. */
  readonly openNetworkPage: () => Promise<Result<Record<never, never>>>;
  readonly proxies: {
    asked(): ProxyAsked | null;
    give(login: ShellInputOf<'giveProxyLogin'>): Promise<Result<null>>;
    kept(): Promise<Result<readonly KeptProxyLogin[]>>;
    forget(proxy: string): Promise<Result<null>>;
  };
  readonly guard: Pick<Guard, 'idle' | 'setIdleMinutes' | 'copyText' | 'copySecret'>;
  readonly updates: Pick<
    ShellUpdates,
    'view' | 'setMode' | 'check' | 'fetch' | 'installAndQuit' | 'closeLast'
  >;
  readonly wipeWindowDatabases: () => Promise<void>;
  /** Prints the window of this page. */
  readonly printWindow: (from: number) => Promise<Result<boolean>>;
  /** Keeps a document for a frame of the window; its address. */
  readonly showPreview: (html: string) => string;
  /** Tells the window of a check of the examination that it began under this name. */
  readonly tellCheck: (run: string, check: DoctorCheck) => void;
  readonly windows: {
    /** One more on the same workspace. */
    open(): void;
    /** Shows a place where its workspace is open, else in a window of its own. */
    openBeside(place: Place): Result<Record<never, never>>;
    /** Brings back the windows of the workspace that was opened, where they were left; the place of the one that opened it. */
    placeLeft(): Promise<ShellOutputOf<'placeLeft'>>;
    /** Keeps which commands apply in the window of this page. */
    keepCommands(from: number, ids: readonly string[]): void;
  };
  readonly language: LanguageKeeper;
  readonly notices: NoticeSwitch;
}

/** The one table of what a window can ask of the shell. */
export function shellHandlers(parts: HandlerParts): ShellHandlers {
  const { info, session, saveText, savePdf, askWhere, askWhich, openExternal, showPreview } = parts;
  return {
    info: () => success(info),
    workspaces: () => session.list(),
    brokenWorkspaces: () => session.listBroken(),
    createSandbox: (input) => session.createSandbox(input),
    connect: (input) => session.connect(input),
    open: (input) => session.open(input),
    openApplication: (input) => session.openApplication(input),
    searchPool: (input) => session.pools.search(input),
    countPool: (input) => session.pools.count(input),
    reviewPool: (input) => session.pools.review(input),
    poolCopies: () => session.pools.copier.look(),
    copyPools: (input) => session.pools.copier.start(input),
    goOnCopying: ({ passphrase }) => session.pools.copier.goOn(passphrase),
    stopCopying: async () => {
      await session.pools.copier.stop();
      return success({});
    },
    close: async () => {
      await session.close();
      return success({});
    },
    forget: async ({ id }) => {
      const forgotten = await session.forget(id);
      return forgotten.ok ? success({}) : forgotten;
    },
    replaceApiKey: async (input) => {
      const replaced = await session.keys.replaceApiKey(input);
      return replaced.ok ? success({}) : replaced;
    },
    setPlatformToken: async (input) => {
      const kept = await session.setPlatformToken(input);
      return kept.ok ? success({}) : kept;
    },
    changePassphrase: async (input) => {
      const changed = await session.changePassphrase(input);
      return changed.ok ? success({}) : changed;
    },
    engineState: () => success(session.engineState()),
    sandboxSwitch: (to) => session.turnSandbox(to),
    saveText: async ({ fileName, text }) => {
      const saved = await saveText(fileName, text);
      return saved.ok ? success({ path: saved.value }) : saved;
    },
    savePdf: async ({ fileName, html }) => {
      const saved = await savePdf(fileName, html);
      return saved.ok ? success({ path: saved.value }) : saved;
    },
    backUp: async ({ passphrase = '' }) => {
      const made = await session.backUp(passphrase, askWhere);
      return made.ok ? success({ report: made.value }) : made;
    },
    makeSnapshot: async (wanted) => {
      const made = await session.snapshot({ ...wanted, madeAt: Date.now() }, askWhere);
      return made.ok ? success({ report: made.value }) : made;
    },
    exportTable: async ({ request, name }) => {
      const written = await session.exportTable(request, name, askWhere);
      return written.ok ? success({ saved: written.value }) : written;
    },
    examine: async ({ run, ...which }) => {
      const examined = await session.examine(run, which, (check) => parts.tellCheck(run, check));
      return examined.ok ? success({}) : examined;
    },
    saveReport: async ({ run }) => {
      const report = session.report(run);
      if (!report.ok) return report;
      const saved = await parts.saveReport(report.value);
      return saved.ok ? success({ path: saved.value, files: report.value }) : saved;
    },
    lookAtDamage: () => session.rescue.look(),
    saveStagedEdits: async () => {
      const saved = await session.rescue.saveEdits(askWhere);
      return saved.ok ? success({ saved: saved.value }) : saved;
    },
    salvage: () => session.rescue.salvage(),
    chooseBackup: async ({ instead = null }) => {
      const chosen = await session.chooseBackup(askWhich, instead);
      return chosen.ok ? success({ backup: chosen.value }) : chosen;
    },
    restoreBackup: ({ passphrase }) => session.restoreBackup(passphrase),
    takeLink: () => {
      const taken = parts.links.take();
      return taken.ok ? success({ place: taken.value }) : taken;
    },
    placeLeft: async () => success(await parts.windows.placeLeft()),
    print: async (_input, from) => {
      const printed = await parts.printWindow(from);
      return printed.ok ? success({ printed: printed.value }) : printed;
    },
    idleLock: () => success(parts.guard.idle()),
    language: () => success(parts.language.chosen()),
    setLanguage: async ({ language }) => {
      const kept = await parts.language.choose(language);
      return kept.ok ? success({}) : kept;
    },
    notices: () => success(parts.notices.found()),
    setNotices: (setting) => parts.notices.turn(setting),
    restart: () => parts.language.restart(),
    setIdleLock: async ({ minutes }) => {
      const kept = await parts.guard.setIdleMinutes(minutes);
      return kept.ok ? success({}) : kept;
    },
    updates: () => parts.updates.view(),
    setUpdates: ({ mode }) => parts.updates.setMode(mode),
    checkUpdates: ({ by }) => parts.updates.check(by),
    fetchUpdate: () => parts.updates.fetch(),
    installUpdate: async () => {
      const put = await parts.updates.installAndQuit();
      return put.ok ? success({}) : put;
    },
    closeLastUpdate: () => parts.updates.closeLast(),
    copyText: async ({ text }) => {
      const copied = await parts.guard.copyText(text);
      return copied.ok ? success({}) : copied;
    },
    copySecret: async ({ secret }) => {
      const copied = await parts.guard.copySecret(secret);
      return copied.ok ? success({}) : copied;
    },
    wipeWindowDatabases: async () => {
      await parts.wipeWindowDatabases();
      return success({});
    },
    openExternal: async ({ url }) => {
      await openExternal(url);
      return success({});
    },
    openNetworkPage: () => parts.openNetworkPage(),
    proxyAsked: () => success({ asked: parts.proxies.asked() }),
    giveProxyLogin: async (login) => {
      const given = await parts.proxies.give(login);
      return given.ok ? success({}) : given;
    },
    keptProxyLogins: async () => {
      const kept = await parts.proxies.kept();
      return kept.ok ? success({ logins: [...kept.value] }) : kept;
    },
    forgetProxyLogin: async ({ proxy }) => {
      const forgotten = await parts.proxies.forget(proxy);
      return forgotten.ok ? success({}) : forgotten;
    },
    showPreview: ({ html }) => success({ url: showPreview(html) }),
    newWindow: ({ place }) => {
      if (place !== undefined) return parts.windows.openBeside(place);
      parts.windows.open();
      return success({});
    },
    showCommands: ({ apply }, from) => {
      parts.windows.keepCommands(from, apply);
      return success({});
    },
  };
}
