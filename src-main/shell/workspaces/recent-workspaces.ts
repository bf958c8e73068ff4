import { join } from 'node:path';
import { type Failure, type Result, success } from '@shared/contract/failure';
import { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { createQueue } from '@shared/queue';
import { z } from 'zod';
import { keepSetting, readSetting } from '../setting-file';

/** Which workspaces were opened last: one order for the first page, the switcher, the menu and the dock. */
export interface RecentWorkspaces {
  /** Why what was kept of them could not be read; then it is left as it is, and counts anew from this start. */
  readonly unread: Failure | null;
  /** Notes that one opens. Expected failures: those of the disk; the order of this run is right all the same. */
  note(id: string): Promise<Result<null>>;
  /** Notes which are open now; likewise. */
  noteOpen(ids: readonly WorkspaceId[]): Promise<Result<null>>;
  /** Those that were open when the app was left last. */
  openLast(): readonly WorkspaceId[];
  /** Those opened last first; behind them, in their own order, the ones that never were. */
  inOrder<W extends { readonly id: string }>(workspaces: readonly W[]): W[];
}

const Kept = z.object({ ids: z.array(z.string()), open: z.array(WorkspaceId).default([]) });
/** More than these are not remembered. */
const most = 100;

export function openRecentWorkspaces(profile: string): RecentWorkspaces {
  const file = join(profile, 'recent-workspaces.json');
  const inTurn = createQueue();
  const { value, unread } = readSetting<z.output<typeof Kept>>(file, Kept, { ids: [], open: [] });
  let kept: Readonly<z.output<typeof Kept>> = value;
  const { open: openLast } = kept;
  const keep = (next: typeof kept): Promise<Result<null>> => {
    kept = next;
    // What could not be read is not written over: the next start may read it.
    if (unread !== null) return Promise.resolve({ ok: false, error: unread });
    return inTurn(() => keepSetting(file, kept, t('Keeping which workspace was opened last')));
  };
  const placeOf = (id: string): number => {
    const place = kept.ids.indexOf(id);
    return place === -1 ? kept.ids.length : place;
  };
  return {
    unread,
    async note(id) {
      if (kept.ids[0] === id) return success(null);
      return keep({ ...kept, ids: [id, ...kept.ids.filter((other) => other !== id)].slice(0, most) });
    },
    async noteOpen(open) {
      if (open.join() === kept.open.join()) return success(null);
      return keep({ ...kept, open: [...open] });
    },
    openLast: () => openLast,
    inOrder: (workspaces) => workspaces.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)),
  };
}
