import type { WorkspaceId } from '@shared/domain/ids';
import { createQueue } from '@shared/queue';
import type { KeptWindow, WindowPlace, WindowsKeeper } from '../../workspace/kept-windows';

interface LeftWindowsParts {
  /** The workspace that is open, and what keeps its windows; null when none is. */
  readonly open: () => { readonly id: WorkspaceId; readonly keeper: WindowsKeeper } | null;
  /** The windows as they are, the one in front last. */
  readonly now: () => readonly KeptWindow[];
  /** Puts the window that there is to the place of the first, and opens the others. */
  readonly bringBack: (windows: readonly KeptWindow[]) => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Where the windows of a group are, kept beside the workspace that they show:
 *
 *     expect(id) ──> it opens: place() ──> windows come back ──> changed() ──> kept ──> leave() ──> kept for good
 *                    (another one opens, or nobody asks for a while: nothing comes back)
 */
export interface LeftWindows {
  /** It was open when the app was left last: its windows come back when it opens here. */
  expect(id: WorkspaceId): void;
  /** A workspace was opened: brings its windows back, and tells the place of the one that opened it; no hash where it is not known. */
  place(): Promise<WindowPlace>;
  /** A window came, went, moved or shows another place; `now`: it closes. */
  changed(now?: 'now'): void;
  /** The app quits: windows that close from now on belong to what was left. */
  leave(): void;
  /** All that was to be kept is on the disk. */
  written(): Promise<void>;
}

const nowhere: WindowPlace = { hash: '', scope: '' };
const settleMs = 400;
/** How long windows that are to come back are waited for once their workspace is open, ms: a page that broke off never asks for them. */
const comingMs = 30_000;

export function createLeftWindows({ open, now, bringBack, onFailure }: LeftWindowsParts): LeftWindows {
  const inTurn = createQueue();
  let expected: WorkspaceId | null = null;
  /** Until they are back, what there is is not what was left. */
  let coming = false;
  let left = false;
  let timer: NodeJS.Timeout | undefined;
  let waiting: NodeJS.Timeout | undefined;

  const expectNone = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    expected = null;
  };
  /** Whether the windows of the one that is open are still to come back. */
  const isExpected = (id: WorkspaceId): boolean => {
    if (expected === null) return false;
    if (expected !== id) expectNone();
    else
      waiting ??= setTimeout(() => {
        expectNone();
        keep();
      }, comingMs);
    return expected !== null;
  };
  const keep = (): void => {
    clearTimeout(timer);
    const opened = open();
    if (opened === null || coming || left || isExpected(opened.id)) return;
    const windows = now();
    const { keeper } = opened;
    if (windows.length === 0) return;
    // Without it the next start has one window more or less, and no work is lost.
    void inTurn(() => keeper.write(windows)).catch(onFailure);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, settleMs);
  };

  return {
    expect(id) {
      expected = id;
    },
    async place() {
      const opened = open();
      if (opened === null) return nowhere;
      const isBack = expected === opened.id;
      expectNone();
      if (!isBack) {
        later();
        return nowhere;
      }
      coming = true;
      try {
        const windows = (await opened.keeper.read()) ?? [];
        bringBack(windows);
        const [first] = windows;
        return first === undefined ? nowhere : { hash: first.hash, scope: first.scope };
      } catch (error) {
        // Those that there are stay, and are what is kept from now on.
        onFailure(error);
        return nowhere;
      } finally {
        coming = false;
        later();
      }
    },
    changed: (at) => (at === 'now' ? keep() : later()),
    leave() {
      keep();
      left = true;
      clearTimeout(waiting);
    },
    written: () => inTurn(async () => undefined),
  };
}
