import { around } from '../field-path';
import type { RecordId } from '../ids';
import type { IntentDraft } from '../intent';
import type { Judged } from './judge-application';
import { isDrift } from './verdict';

/**
 * What brings settings of an application to their baseline. Many at once: only drift, never a deviation that was accepted, nor
 * what is not paid for, nor what something else is staged of already; chosen one by one, these too. What is staged to become so already
 * is left alone. A setting inside of another that is brought goes with that one. Pure.
 */
export function bringDrafts(
  recordId: RecordId,
  judged: readonly Judged[],
  oneByOne: boolean,
): readonly IntentDraft[] {
  const drafts = judged.flatMap(({ path, verdict, value, but, found, staged }) => {
    const meant = isDrift(verdict) || (oneByOne && (verdict === 'accepted' || verdict === 'unlicensed'));
    if (!meant || found === undefined || staged?.verdict === 'same') return [];
    if (staged !== undefined && !oneByOne) return [];
    const action = { verb: 'update', field: path, value: oneByOne ? value : but, base: found } as const;
    return [{ entity: 'application', recordId, action } as const];
  });
  const brought = new Set<string>(drafts.map(({ action }) => action.field));
  return drafts.filter(({ action }) => !around(action.field).some((whole) => brought.has(whole)));
}
