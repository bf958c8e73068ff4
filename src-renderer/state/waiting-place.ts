import type { Result } from '@shared/contract/failure';
import type { Place } from '@shared/contract/place-link';
import type { ShellOutputOf } from '@shared/contract/shell';
import { create } from 'zustand';
import { formatHash, parseHash } from './route';
import { go, useRoute } from './use-route';
import { narrowTo, scopeNow } from './use-scope';

/** The place of a link whose workspace is not open yet. */
export const useWaitingPlace = create<{ readonly place: Place | null }>(() => ({ place: null }));

/** Keeps a place until its workspace is open, which may need a passphrase first. */
export function waitFor(place: Place): void {
  stood = null;
  useWaitingPlace.setState({ place });
}

/** Where the window was when a workspace began to open in it. */
let stood: string | null = null;

const here = (): string => `${formatHash(useRoute.getState().route)} ${scopeNow()}`;

/** A workspace opens, from where the window is: its screens may be up, and gone through, before it is known where it was left. */
export function beginArrival(): void {
  stood = here();
}

/** Whether it is no more than its workspace: whoever opens that by its name was led by no link. */
export const isWorkspaceOnly = ({ screen, id, params }: Place): boolean =>
  screen === 'overview' && id === null && Object.keys(params).length === 0;

/**
 * Goes to the place that waited for this workspace, else to where the window was left, narrowed as it was; another workspace forgets the
 * first. Whoever went elsewhere meanwhile is there already.
 */
export async function arrive(
  workspaceId: string,
  askLeft: () => Promise<Result<ShellOutputOf<'placeLeft'>>>,
): Promise<void> {
  stood ??= here();
  const answer = await askLeft();
  const left = answer.ok ? answer.value : { hash: '', scope: '' };
  const { place } = useWaitingPlace.getState();
  useWaitingPlace.setState({ place: null });
  const wentOn = stood !== null && stood !== here();
  stood = null;
  if (wentOn) return;
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
