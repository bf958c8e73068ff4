import type { WorkspaceId } from '@shared/domain/ids';
import { createQueue } from '@shared/queue';
import type { KeptWindow, WindowsKeeper } from '../../workspace/kept-windows';

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
 *                    (another one opens: nothing comes back)
 */
export interface LeftWindows {
  /** It was open when the app was left last: its windows come back when it opens here. */
  expect(id: WorkspaceId): void;
  /** A workspace was opened: brings its windows back, and tells the place of the one that opened it; '' where it is not known. */
  place(): Promise<string>;
  /** A window came, went, moved or shows another place; `now`: it closes. */
  changed(now?: 'now'): void;
  /** The app quits: windows that close from now on belong to what was left. */
  leave(): void;
  /** All that was to be kept is on the disk. */
  written(): Promise<void>;
}

const settleMs = 400;

export function createLeftWindows({ open, now, bringBack, onFailure }: LeftWindowsParts): LeftWindows {
  const inTurn = createQueue();
  let expected: WorkspaceId | null = null;
  /** Until they are back, what there is is not what was left. */
  let coming = false;
  let left = false;
  let timer: NodeJS.Timeout | undefined;

  const keep = (): void => {
    clearTimeout(timer);
    if (expected !== null || coming || left) return;
    const windows = now();
    const keeper = open()?.keeper;
    if (keeper === undefined || windows.length === 0) return;
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
      if (opened === null) return '';
      const isExpected = expected === opened.id;
      expected = null;
      if (!isExpected) {
        later();
        return '';
      }
      coming = true;
      try {
        const windows = (await opened.keeper.read()) ?? [];
        bringBack(windows);
        return windows[0]?.hash ?? '';
      } finally {
        coming = false;
        later();
      }
    },
    changed: (at) => (at === 'now' ? keep() : later()),
    leave() {
      keep();
      left = true;
    },
    written: () => inTurn(async () => undefined),
  };
}
