import type { Store } from '@main/store/store';
import { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import { replaceIn } from '@shared/domain/replace-ids';
import { readAliases } from '../rows/alias';

/** Drafts with the service's own ids where a screen still had provisional ones in hand. */
export async function resolveDrafts(
  store: Store,
  drafts: readonly IntentDraft[],
): Promise<readonly IntentDraft[]> {
  const named = drafts.flatMap(({ recordId, action }) => [
    recordId ?? '',
    ...Object.values('values' in action ? (action.values ?? {}) : {}).map(String),
  ]);
  const aliases = await readAliases(store, named);
  if (aliases.size === 0) return drafts;
  return drafts.map((draft) => {
    const real = aliases.get(draft.recordId ?? '');
    const { action } = draft;
    return {
      ...draft,
      ...(real === undefined ? {} : { recordId: RecordId.parse(real) }),
      action: 'values' in action ? { ...action, values: replaceIn(action.values ?? {}, aliases) } : action,
    };
  });
}
