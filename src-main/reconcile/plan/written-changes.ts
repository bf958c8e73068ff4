import type { WrittenChange } from '@shared/domain/copy-as/written-call';
import { type IntentId, provisionalFinder } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import { shownIntent } from '@shared/domain/records/secrets';
import { undoGroupTitle } from '@shared/domain/staging/undo-group-title';
import { t } from '@shared/language/t';
import type { ReconcileContext } from '../service/reconcile-context';
import { remoteCall } from '../service/remote-call';

/** Open changes with their calls, for whoever sends them otherwise: these in their order, or all in that of staging. Secrets are left out. */
export async function writtenChanges(
  { store, port }: Pick<ReconcileContext, 'store' | 'port'>,
  ids: readonly IntentId[] | undefined,
): Promise<readonly WrittenChange[]> {
  const found = await store.intents({ states: openStates, ...(ids === undefined ? {} : { ids }) });
  const order = new Map(ids?.map((id, at) => [id, at]));
  const sorted = [...found].sort((a, b) => (order.get(a.id) ?? a.seq) - (order.get(b.id) ?? b.seq));
  const idsOf = async (entity: 'permission' | 'role') =>
    new Map((await store.list(entity, [])).map(({ key, id }) => [key, id]));
  const known = { permission: await idsOf('permission'), role: await idsOf('role') };
  const open = await store.intents({ states: openStates });
  const made = open.flatMap(({ action, recordId }) => (action.verb === 'create' ? [recordId] : []));
  const namedIn = provisionalFinder(new Set(made));
  const changes: WrittenChange[] = [];
  for (const intent of sorted) {
    const row = await store.get(intent.entity, intent.recordId);
    if (row === null) continue;
    const shown = shownIntent(intent);
    const { calls, notes } = port.written(remoteCall(shown, row), known);
    const said = calls.map(({ path, body }) => `${path} ${JSON.stringify(body)}`).join();
    const { entity, recordId: id, action } = intent;
    changes.push({
      title: undoGroupTitle([intent]),
      calls,
      notes: [
        ...notes,
        ...(jsonEqual(shown.action, intent.action) ? [] : [t('A secret that it sends is left out.')]),
      ],
      makes: action.verb === 'create' ? { entity, id } : null,
      needs: namedIn(said).filter((other) => other !== id),
    });
  }
  return changes;
}
