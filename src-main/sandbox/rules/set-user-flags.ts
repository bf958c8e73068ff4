import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { showUser } from '../views/user-views';
import { bumped } from './bumped';
import { findUser } from './find-user';
import { mutate } from './mutate';

const maxBulk = 50;

/** Bans, unbans, locks or unlocks users, all or none; their views in the order given. At most 50 (400). */
export const setUserFlags = (
  scope: Scope,
  ids: readonly string[],
  flags: { readonly banned?: 0 | 1; readonly locked?: 0 | 1 },
): Outcome<readonly object[]> =>
  mutate(scope, (note) => {
    if (ids.length > maxBulk) return refusals.bulkSizeExceeded(maxBulk);
    const views: object[] = [];
    for (const id of ids) {
      const found = findUser(scope, id);
      if (!found.ok) return found;
      const set = { ...flags, updated_at: bumped(scope, found.value.updated_at) };
      updateRow(scope.db, 'users', { instance: scope.instance, id }, set);
      note({ entity: 'user', verb: 'update', id, mark: found.value.email ?? id });
      views.push(showUser(scope, { ...found.value, ...set }));
    }
    return { ok: true, value: views };
  });
