import { engine } from '@renderer/bridge/engine';
import { shell } from '@renderer/bridge/shell';
import { engineDrafts, onDraftFailure, settleDrafts } from '@renderer/drafts/engine-drafts';
import { setLocale } from '@renderer/ui/format/locale';
import type { Result } from '@shared/contract/failure';
import type { Place } from '@shared/contract/place-link';
import type { ShellInputOf } from '@shared/contract/shell';
import type { EngineState, OpenedInfo, WorkspaceInfo } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import type { Scenario } from '@shared/domain/scenario';
import { whileBegun } from './begun';
import { startGuide } from './guide';
import { listWorkspaces } from './list-workspaces';
import { clearNotices, hideDone, notifyFailure } from './notify';
import { toldOrAsked } from './told-or-asked';
import { usePreferences } from './use-preferences';
import { go, resetRoute } from './use-route';
import { narrowTo } from './use-scope';
import { setEngineState, useSession } from './use-session';
import { arrive, beginArrival } from './waiting-place';

/** An engine that fails at once is told before the list of workspaces is read: what was asked beside that is old by then. */
const engineState = toldOrAsked(setEngineState);

/** Asks the shell for everything the window needs before it can show anything, and listens to its engine. */
export async function loadSession(): Promise<void> {
  shell.on('engineState', follow);
  shell.on('locked', (locked) => {
    // What was told before names records of it.
    clearNotices();
    useSession.setState({ locked, wasReady: false, engine: { kind: 'none' } });
  });
  // Of several windows, the one that was in front last says what opens at the next start.
  window.addEventListener('focus', () => {
    const { engine } = useSession.getState();
    if (engine.kind !== 'none') usePreferences.getState().setLastWorkspaceId(engine.workspaceId);
  });
  shell.on('openChanged', () => void listWorkspaces());
  onDraftFailure(notifyFailure);
  // A write under way may wait for seconds behind a sync: what was typed meanwhile does not go with the page.
  window.addEventListener('pagehide', () => engineDrafts.leave());
  useSession.subscribe(({ engine }, last) => {
    if (engine.kind === 'ready' && engine !== last.engine) void settleDrafts(engine.workspaceId);
  });
  const answered = engineState.asking();
  const [info, , broken, engine] = await Promise.all([
    shell.call('info', {}),
    listWorkspaces(),
    shell.call('brokenWorkspaces', {}),
    shell.call('engineState', {}),
  ]);
  answered(engine);
  if (info.ok) setLocale(info.value.locale ?? '');
  useSession.setState({
    loaded: true,
    info: info.ok ? info.value : null,
    broken: broken.ok ? broken.value : [],
  });
}

/** Another window may have opened or made the workspace: this one learns of it, and begins anew there. */
function follow(engine: EngineState): void {
  if (engine.kind === 'starting') {
    const { lastWorkspaceId, setLastWorkspaceId } = usePreferences.getState();
    const { engine: shown, loaded } = useSession.getState();
    // Which was open last anywhere, windows on other workspaces say as well.
    if ((shown.kind === 'none' ? lastWorkspaceId : shown.workspaceId) !== engine.workspaceId) {
      // A window that loads still was opened for this one, at a place of it.
      if (loaded) {
        hideDone();
        resetRoute();
        narrowTo(null);
      }
      setLastWorkspaceId(engine.workspaceId);
      useSession.setState({ locked: null, wasReady: false });
    }
    if (!useSession.getState().workspaces.some(({ id }) => id === engine.workspaceId)) void listWorkspaces();
    if (shown.kind === 'none' || shown.workspaceId !== engine.workspaceId) beginArrival();
  }
  engineState.tell(engine);
}

/** What was typed last is with the engine before another workspace takes its place; one that does not run is not waited for. */
async function draftsWritten(): Promise<void> {
  const { engine } = useSession.getState();
  if (engine.kind !== 'ready') return;
  let stop: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    stop = useSession.subscribe((now) => now.engine.kind !== 'ready' && resolve());
  });
  await Promise.race([engineDrafts.flush(engine.workspaceId), gone]);
  stop();
}

/** The workspace open last opens by itself; one under a passphrase waits for it on the first page. */
export async function reopenLast(): Promise<void> {
  const { engine, workspaces } = useSession.getState();
  const last = workspaces.find(({ id }) => id === usePreferences.getState().lastWorkspaceId);
  if (engine.kind === 'none' && last && last.protection !== 'passphrase') await openWorkspace(last.id);
}

async function opened(result: Result<OpenedInfo>): Promise<Result<OpenedInfo>> {
  if (!result.ok) return result;
  if (result.value.elsewhere) {
    useSession.setState(({ engine }) => ({ wasReady: engine.kind === 'ready' }));
    return result;
  }
  useSession.setState({ locked: null });
  const { lastWorkspaceId, setLastWorkspaceId } = usePreferences.getState();
  if (lastWorkspaceId !== result.value.id) {
    resetRoute();
    narrowTo(null);
  }
  setLastWorkspaceId(result.value.id);
  const answered = engineState.asking();
  const [, engine] = await Promise.all([
    listWorkspaces(),
    shell.call('engineState', {}),
    arrive(result.value.id, () => shell.call('placeLeft', {})),
  ]);
  answered(engine);
  return result;
}

export async function createSandbox(scenario: Scenario): Promise<Result<WorkspaceInfo>> {
  return whileBegun(null, async () => {
    const made = await shell.call('createSandbox', { scenario });
    if (made.ok) startGuide(made.value.id);
    return opened(made);
  });
}

export async function connectInstance(input: ShellInputOf<'connect'>): Promise<Result<WorkspaceInfo>> {
  return whileBegun(null, async () => opened(await shell.call('connect', input)));
}

/** One that other windows have open comes forward there: `elsewhere`, and this window shows what it showed. */
export async function openWorkspace(id: WorkspaceId, passphrase?: string): Promise<Result<OpenedInfo>> {
  await draftsWritten();
  useSession.setState({ wasReady: false });
  const input = passphrase === undefined ? { id } : { id, passphrase };
  return whileBegun(id, async () => opened(await shell.call('open', input)));
}

/** Opens the user pool of an application of the open platform, as a workspace of its own. */
export async function openApplication(
  applicationId: string,
  given: Omit<ShellInputOf<'openApplication'>, 'applicationId'> = {},
): Promise<Result<OpenedInfo>> {
  await draftsWritten();
  const agreed = await engine.call('handedLimits', { id: applicationId });
  useSession.setState({ wasReady: false });
  const limits = agreed.ok ? { limits: agreed.value } : {};
  return opened(await shell.call('openApplication', { applicationId, ...limits, ...given }));
}

/** Makes the backup chosen last a workspace of this machine, and opens it. */
export async function restoreBackup(passphrase: string): Promise<Result<WorkspaceInfo>> {
  useSession.setState({ wasReady: false });
  return whileBegun(null, async () => opened(await shell.call('restoreBackup', { passphrase })));
}

/** Shows a place where its workspace is open, else in a window of its own. */
export async function openBeside(place: Pick<Place, 'workspaceId'> & Partial<Place>): Promise<void> {
  const whole = { screen: 'overview', id: null, params: {}, ...place } as const;
  const shown = await shell.call('newWindow', { place: whole });
  if (!shown.ok) notifyFailure(shown.error);
}

/** Goes to a screen of a workspace that was opened, in whichever windows that is; in others to the record at most. */
export function goWhereOpen({ id, elsewhere }: OpenedInfo, ...[screen, to]: Parameters<typeof go>): void {
  if (elsewhere) void openBeside({ workspaceId: id, screen, id: to?.id ?? null });
  else go(screen, to);
}

/** Brings forward the windows that have a workspace under a passphrase open; false where none have. */
export async function isShownElsewhere(id: WorkspaceId): Promise<boolean> {
  return (await shell.call('open', { id })).ok;
}

/** A workspace under a passphrase is opened from the first page, where it is asked for. */
export async function switchWorkspace({ id, protection }: WorkspaceInfo): Promise<void> {
  if (protection !== 'passphrase') return void (await openWorkspace(id));
  if (await isShownElsewhere(id)) return;
  await closeWorkspace();
  usePreferences.getState().setLastWorkspaceId(id);
}

/** Closes the open workspace: back to the list of workspaces. */
export async function closeWorkspace(): Promise<void> {
  usePreferences.getState().setLastWorkspaceId(null);
  await draftsWritten();
  await shell.call('close', {});
  left();
}

/** What was done, and could be undone, was of the workspace that is open no more. */
function left(): void {
  hideDone();
  useSession.setState({ wasReady: false, engine: { kind: 'none' } });
}

/** Deletes a workspace's local copy, and closes the open one once nothing stands against it. The instance itself is not touched. */
export async function forgetWorkspace(id: WorkspaceId): Promise<Result<unknown>> {
  const { engine } = useSession.getState();
  // A disk that fails may leave it closed and there: what was typed is in it then.
  if (engine.kind !== 'none' && engine.workspaceId === id) await draftsWritten();
  const result = await shell.call('forget', { id });
  if (result.ok && usePreferences.getState().lastWorkspaceId === id) {
    usePreferences.getState().setLastWorkspaceId(null);
    left();
  }
  await listWorkspaces();
  return result;
}
