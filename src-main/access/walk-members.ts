import { setImmediate as breathe } from 'node:timers/promises';
import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import type { AccessMember } from '@shared/domain/access/access-facts';
import type { AccessView } from './access-view';

/** Memberships that are read in one go. */
const portion = 2_000;

/** All members of a moment in one of these roles, each once, some thousand at a time; others have their turn in between. */
export async function* walkMembers(
  store: Store,
  view: AccessView,
  roles: ReadonlySet<string>,
): AsyncGenerator<readonly AccessMember[]> {
  const overlay = await view.overlay();
  yield overlay.in.filter(({ role }) => roles.has(role));
  const given: Filter = { field: 'role', op: 'in', value: [...roles] };
  for (let after: Filter[] = []; ; ) {
    const rows = await store.list('membership', [given, ...after], portion);
    yield rows.filter(({ id }) => !overlay.out.has(id)).map(view.named);
    const last = rows.at(-1);
    if (last === undefined || rows.length < portion) return;
    after = [{ field: 'id', op: 'gt', value: last.id }];
    await breathe();
  }
}
