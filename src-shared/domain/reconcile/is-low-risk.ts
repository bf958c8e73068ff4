import type { Intent } from '../intent';
import { isIrreversible } from './undo-of';

/**
 * Edits that may be sent without anybody looking: what an organization is called and looks like. Access, limits, policies,
 * addresses (slugs), creations and deletions never are, nor what cannot be taken back.
 */
export function isLowRisk(intent: Pick<Intent, 'entity' | 'recordId' | 'action'>): boolean {
  const { entity, action } = intent;
  if (entity !== 'organization' || action.verb !== 'update' || isIrreversible(intent)) return false;
  return action.field === 'name' || action.field === 'logo' || action.field.startsWith('branding.');
}
