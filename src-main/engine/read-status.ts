import { leftBetween } from '@main/reconcile/apply/left-between';
import { isApprovalRequired } from '@main/reconcile/four-eyes/approvals';
import { readOldKeys } from '@main/reconcile/service/old-keys';
import type { EngineStatus } from '@shared/contract/status';
import { EntityName } from '@shared/domain/entity';
import { isOpen } from '@shared/domain/intent';
import type { EngineParts } from './engine-parts';

/** Everything the frame of the window shows, read anew: counts are indexed, the rest is in memory. */
export async function readStatus(parts: EngineParts): Promise<EngineStatus> {
  const { store, sync, staging, reconciler, identity, workspace } = parts;
  const counts: Record<string, number> = {};
  for (const entity of EntityName.options) counts[entity] = await store.count(entity);
  const intents = {
    staged: 0,
    sending: 0,
    applied: 0,
    conflict: 0,
    refused: 0,
    unknown: 0,
    withdrawn: 0,
    superseded: 0,
  };
  for (const { state, count } of await store.intentTally()) if (isOpen({ state })) intents[state] += count;
  const { freshness, collections } = sync.status();
  const [undo, redo] = [await staging.peekUndo(), await staging.peekRedo()];
  const throttled = [...identity.throttled()];
  const push = reconciler.progress();
  return {
    workspace,
    freshness,
    collections: [...collections],
    counts,
    capabilities: await parts.capabilities.read(),
    intents,
    undo: { can: undo !== null, title: undo ?? '' },
    redo: { can: redo !== null, title: redo ?? '' },
    push,
    oldKeys: [...(await readOldKeys(store, parts.now()))],
    between: push === null ? [...(await leftBetween(store))] : [],
    approvalRequired: await isApprovalRequired(store),
    autoReconcile: await parts.autoReconcile.isOn(),
    throttledUntil: Math.max(0, ...throttled.map(({ until }) => until)),
    throttled,
  };
}
