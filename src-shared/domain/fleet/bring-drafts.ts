import type { RecordId } from '../ids';
import type { IntentDraft } from '../intent';
import type { Judged } from './judge-application';
import { isDrift } from './verdict';

/**
 * What brings settings of an application to their baseline. Many at once: only drift, never a deviation that was accepted, nor
 * what is not paid for, nor what something else is staged of already; chosen one by one, these too. What is staged to become so already
 * is left alone. Pure.
 */
export function bringDrafts(
  recordId: RecordId,
  judged: readonly Judged[],
  oneByOne: boolean,
): readonly IntentDraft[] {
  return judged.flatMap(({ path, verdict, value, but, found, staged }) => {
    const meant = isDrift(verdict) || (oneByOne && (verdict === 'accepted' || verdict === 'unlicensed'));
    if (!meant || found === undefined || staged?.verdict === 'same') return [];
    if (staged !== undefined && !oneByOne) return [];
    const wanted = oneByOne ? value : but;
    return [
      { entity: 'application', recordId, action: { verb: 'update', field: path, value: wanted, base: found } },
    ];
  });
}
