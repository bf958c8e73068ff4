import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { keepSetting, readSetting } from '../setting-file';

/** Which workspaces were opened last: one order for the first page, the switcher, the menu and the dock. */
export interface RecentWorkspaces {
  /** Notes that one opens. Expected failures: those of the disk; the order of this run is right all the same. */
  note(id: string): Promise<Result<null>>;
  /** Those opened last first; behind them, in their own order, the ones that never were. */
  inOrder<W extends { readonly id: string }>(workspaces: readonly W[]): W[];
}

const Ids = z.object({ ids: z.array(z.string()) });
/** More than these are not remembered. */
const most = 100;

export function openRecentWorkspaces(profile: string): RecentWorkspaces {
  const file = join(profile, 'recent-workspaces.json');
  let ids: readonly string[] = readSetting(file, Ids, { ids: [] }).ids;
  const placeOf = (id: string): number => {
    const place = ids.indexOf(id);
    return place === -1 ? ids.length : place;
  };
  return {
    async note(id) {
      if (ids[0] === id) return success(null);
      ids = [id, ...ids.filter((other) => other !== id)].slice(0, most);
      return keepSetting(file, { ids }, t('Keeping which workspace was opened last'));
    },
    inOrder: (workspaces) => workspaces.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)),
  };
}
