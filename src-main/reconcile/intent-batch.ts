import type { Store, WriteBatch } from '@main/store/store';
import type { Intent, IntentState } from '@shared/domain/intent';
import { followNames } from './follow-names';
import { reproject } from './reproject';

/** Changed intents with everything that follows from them: their rows, and the names that other rows show. */
export async function intentBatch(store: Store, changed: readonly Intent[]): Promise<WriteBatch> {
  const rows = await reproject(store, changed);
  const ids = new Set(changed.map(({ id }) => id));
  const followers = (await followNames(store, rows)).filter(({ id }) => !ids.has(id));
  if (followers.length === 0) return { ...rows, intents: changed };
  const all = [...changed, ...followers];
  return { ...(await reproject(store, all)), intents: all };
}

/** The intent in another state; a closing state is stamped, a reopened intent begins anew. */
export function moveIntent(intent: Intent, to: IntentState, now: number): Intent {
  const closed = to === 'withdrawn' || to === 'superseded' || to === 'applied';
  return { ...intent, state: to, closedAt: closed ? now : 0 };
}
