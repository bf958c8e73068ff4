import { shell } from '@renderer/bridge/shell';
import type { Place } from '@shared/contract/place-link';
import { isScreenIn, screenTable } from '@shared/contract/screens';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { whatIsBegun } from './begun';
import { listWorkspaces } from './list-workspaces';
import { notifyDone, notifyFailure, notifyOffer } from './notify';
import { usePreferences } from './use-preferences';
import { useSession } from './use-session';
import { goTo, isWorkspaceOnly, waitFor } from './waiting-place';
import { openBeside, openWorkspace, reopenLast, switchWorkspace } from './workspaces';

/** Where the window begins: at the place of a link that it was started with, else in the workspace open last. */
export async function start(): Promise<void> {
  shell.on('link', () => void takeLink());
  if (!(await takeLink())) await reopenLast();
}

/** Follows the link that waits in the shell; false where there is none, or it leads nowhere. */
async function takeLink(): Promise<boolean> {
  const taken = await shell.call('takeLink', {});
  if (!taken.ok) notifyFailure(taken.error);
  return taken.ok && taken.value.place !== null && (await follow(taken.value.place));
}

/** Goes to the place, once its workspace is open. An open one, and one that somebody is opening or making, is never left unasked for another. */
async function follow(place: Place): Promise<boolean> {
  await listWorkspaces();
  const { engine, workspaces } = useSession.getState();
  const wanted = workspaces.find(({ id }) => id === place.workspaceId);
  const screen = screenTable.find(({ name }) => name === place.screen);
  if (wanted === undefined || screen === undefined) return leadsAway(place.workspaceId);
  if (!isScreenIn(screen, wanted.scenario)) return leadsNowhere(wanted, screen.title);
  const at = engine.kind === 'none' ? whatIsBegun() : new Set([engine.workspaceId]);
  if (at.size === 0) return openAt(wanted, place);
  if (at.size === 1 && at.has(wanted.id)) {
    if (engine.kind === 'none') waitFor(place);
    // Whoever asks for the workspace by its name finds it as it was left.
    else if (!isWorkspaceOnly(place)) goTo(place);
    return true;
  }
  const { name } = wanted;
  const leads = isWorkspaceOnly(place)
    ? t('{name} is not open in this window', { name })
    : t('A link leads to {title} of {name}', { title: screen.title, name });
  if (engine.kind !== 'none')
    notifyOffer(leads, t('Open {name} in a new window', { name }), () => void openBeside(place));
  else
    notifyOffer(leads, t('Open {name}', { name }), () => {
      waitFor(place);
      void switchWorkspace(wanted);
    });
  return true;
}

/** Opens the workspace at the place, or asks for its passphrase first. */
async function openAt(wanted: WorkspaceInfo, place: Place): Promise<true> {
  waitFor(place);
  if (wanted.protection === 'passphrase') {
    usePreferences.getState().setLastWorkspaceId(wanted.id);
    if (!isWorkspaceOnly(place))
      notifyDone(t('{name} is locked: unlock it, and you are where the link leads', { name: wanted.name }));
    return true;
  }
  const opened = await openWorkspace(wanted.id);
  if (!opened.ok) notifyFailure(opened.error);
  return true;
}

function leadsAway(workspaceId: string): false {
  notifyFailure({
    code: 'workspace-missing',
    message: t('A link leads to the workspace {workspaceId}, which is not on this machine.', { workspaceId }),
    next: t('Open a workspace of the same instance, and look there; or restore a backup of that one.'),
  });
  return false;
}

function leadsNowhere({ name }: WorkspaceInfo, title: string): false {
  notifyFailure({
    code: 'not-found',
    message: t('A link leads to {title}, which {name} does not have.', { title, name }),
    next: t('Ask whoever gave it to you which workspace is meant.'),
  });
  return false;
}
