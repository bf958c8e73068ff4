import type { Place } from '@shared/contract/place-link';
import type { ShellOutputOf } from '@shared/contract/shell';
import { create } from 'zustand';
import { parseHash } from './route';
import { go } from './use-route';
import { narrowTo } from './use-scope';

/** The place of a link whose workspace is not open yet. */
export const useWaitingPlace = create<{ readonly place: Place | null }>(() => ({ place: null }));

/** Keeps a place until its workspace is open, which may need a passphrase first. */
export function waitFor(place: Place): void {
  useWaitingPlace.setState({ place });
}

/** Whether it is no more than its workspace: whoever opens that by its name was led by no link. */
export const isWorkspaceOnly = ({ screen, id, params }: Place): boolean =>
  screen === 'overview' && id === null && Object.keys(params).length === 0;

/** Goes to the place that waited for this workspace, else to where the window was left, narrowed as it was; another workspace forgets the first. */
export function arrive(workspaceId: string, left: ShellOutputOf<'placeLeft'>): void {
  const { place } = useWaitingPlace.getState();
  useWaitingPlace.setState({ place: null });
  const waits = place?.workspaceId === workspaceId ? place : null;
  if (left.hash !== '' && (waits === null || isWorkspaceOnly(waits))) {
    const { screen, id, params } = parseHash(left.hash);
    narrowTo(left.scope === '' ? null : left.scope);
    go(screen, { id, params });
  } else if (waits !== null) goTo(waits);
}

/** Goes to a place of the open workspace. Nothing is narrowed there: what the link names is in sight. */
export function goTo({ screen, id, params }: Place): void {
  narrowTo(null);
  go(screen, { id, params });
}
