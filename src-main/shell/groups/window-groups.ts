import { parseLink } from '@shared/contract/place-link';
import type { EngineState } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import type { LinkInbox } from '../links/link-inbox';
import type { AppWindows } from '../window/app-windows';
import type { LeftWindows } from '../window/left-windows';
import type { Elsewhere, OpenKeys } from '../workspaces/elsewhere';

/** Windows that show one workspace, and what is that workspace's alone. */
export interface Group {
  readonly links: Pick<LinkInbox, 'put'>;
  readonly keys: OpenKeys;
  /** The workspace that was locked there, or that it was made for, and waits for its passphrase: nobody else's windows take it over, and it is there again at the next start. */
  locked(): WorkspaceId | null;
  waitFor(id: WorkspaceId): void;
  readonly left: Pick<LeftWindows, 'leave'>;
  /** Whether changes of its workspace are being sent. */
  isSending(): boolean;
  /** Closes its workspace; never fails. */
  close(): Promise<void>;
}

interface WindowGroupsParts<G extends Group> {
  /** Makes a group without windows; `onState` is to hear where its engine stands. */
  readonly make: (elsewhere: Elsewhere, onState: (state: EngineState) => void) => G;
  readonly windows: Pick<AppWindows<G>, 'show' | 'front' | 'groupInFront'>;
  /** A link waits for a group whose window came forward. */
  readonly tellLink: (group: G) => void;
  /** Other workspaces are open than before. */
  readonly onOpen: (ids: readonly WorkspaceId[]) => void;
}

/**
 * The open workspaces of the app, each with windows of its own:
 *
 *     first() ── opens, closes, opens another ──> the last window closes ──> ended, while others are there
 *     beside(link) ──> another group                                        └─> kept where it is the only one: the app quits, or macOS shows it again
 */
export interface WindowGroups<G> {
  all(): readonly G[];
  /** That of the window in front; without windows the last one. */
  front(): G;
  /** Shows the place of a link where its workspace is open, else in the window in front, which asks before it leaves another. */
  follow(link: string): void;
  /** Shows it where its workspace is open, else in a window of its own. */
  beside(link: string): void;
  /** The last window of a group has closed. */
  lastClosed(group: G): void;
  /** Whether it may: not while it sends, and others stay. */
  mayClose(group: G): boolean;
  /** The app quits: what is open now opens again at its next start. */
  leave(): void;
  closeAll(): Promise<void>;
}

export function createWindowGroups<G extends Group>(parts: WindowGroupsParts<G>): WindowGroups<G> {
  const { windows, tellLink, onOpen } = parts;
  /** What each shows, or was made for. */
  const workspaces = new Map<G, WorkspaceId | null>();
  /** Workspaces that are being closed, whose windows are gone. */
  const ending = new Map<Promise<void>, WorkspaceId | null>();
  let leaving = false;
  const holding = (id: WorkspaceId): G | undefined => [...workspaces].find(([, shown]) => shown === id)?.[0];

  let told = '';
  const tellOpen = (): void => {
    const open = [...workspaces.values()].filter((id) => id !== null);
    if (leaving || open.join() === told) return;
    told = open.join();
    onOpen(open);
  };
  const add = (meant: WorkspaceId | null): G => {
    const isOther = (group: G | undefined): group is G => group !== undefined && group !== made;
    const made: G = parts.make(
      {
        has: (id) => isOther(holding(id)),
        keysOf(id) {
          const other = holding(id);
          return isOther(other) ? other.keys : null;
        },
        async show(id) {
          await Promise.all([...ending].flatMap(([closed, ended]) => (ended === id ? [closed] : [])));
          const other = holding(id);
          if (!isOther(other)) return false;
          windows.show(other);
          return true;
        },
      },
      (state) => {
        // One that ends has no window, and shows nothing.
        if (!workspaces.has(made)) return;
        workspaces.set(made, state.kind === 'none' ? made.locked() : state.workspaceId);
        tellOpen();
      },
    );
    workspaces.set(made, meant);
    return made;
  };
  const first = add(null);
  const front = (): G => windows.groupInFront() ?? [...workspaces.keys()].at(-1) ?? first;
  /** A group for this workspace: one that has neither windows nor anything open, else another one. */
  const ready = (id: WorkspaceId): G => {
    const [bare] = [...workspaces].flatMap(([group, shown]) =>
      shown === null && windows.front(group) === null ? [group] : [],
    );
    if (bare !== undefined) workspaces.set(bare, id);
    const group = bare ?? add(id);
    group.waitFor(id);
    return group;
  };
  const show = (group: G, link: string): void => {
    group.links.put(link);
    windows.show(group);
    tellLink(group);
  };
  const meantBy = (link: string): WorkspaceId | null => {
    const place = parseLink(link);
    return place.ok ? place.value.workspaceId : null;
  };

  return {
    all: () => [...workspaces.keys()],
    front,
    follow(link) {
      const meant = meantBy(link);
      show((meant !== null && holding(meant)) || front(), link);
    },
    beside(link) {
      const meant = meantBy(link);
      show(meant === null ? front() : (holding(meant) ?? ready(meant)), link);
    },
    lastClosed(group) {
      if (leaving || workspaces.size === 1) return;
      const id = workspaces.get(group) ?? null;
      workspaces.delete(group);
      tellOpen();
      const closed = group.close().finally(() => ending.delete(closed));
      ending.set(closed, id);
    },
    mayClose: (group) => leaving || workspaces.size === 1 || !group.isSending(),
    leave: () => {
      leaving = true;
      for (const group of workspaces.keys()) group.left.leave();
    },
    async closeAll() {
      await Promise.all([...[...workspaces.keys()].map((group) => group.close()), ...ending.keys()]);
    },
  };
}
