import type { Intent } from '../intent';
import { rulesOf } from '../rules/rules-of';
import { isIrreversible } from './undo-of';

/**
 * Edits that may be sent without anybody looking: what an organization is called and looks like. Access, limits, policies,
 * addresses (slugs), creations and deletions never are, nor what cannot be taken back.
 */
export function isLowRisk(intent: Pick<Intent, 'entity' | 'recordId' | 'action'>): boolean {
  const { entity, action } = intent;
  const { lowRisk } = rulesOf(entity);
  return action.verb === 'update' && lowRisk?.(action) === true && !isIrreversible(intent);
}
