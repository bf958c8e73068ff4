import type { Intent, IntentDraft } from '../intent';
import type { Proposal } from '../rules/validation';

/** An accepted draft as a title names it. */
export interface Titled {
  readonly entity: Intent['entity'];
  readonly label: string;
  readonly action: IntentDraft['action'];
}

export function titledDraft({
  draft,
  proposal,
}: {
  readonly draft: IntentDraft;
  readonly proposal: Proposal;
}): Titled {
  const label = proposal.opened[0]?.label ?? proposal.closed[0]?.intent.label ?? '';
  return { entity: draft.entity, label, action: draft.action };
}
