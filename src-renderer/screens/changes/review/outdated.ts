import type { Plan } from '@shared/contract/plan';
import type { IntentId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';

export interface Outdated {
  /** Open changes that the plan does not know. */
  readonly staged: number;
  /** Planned changes that are not open any more. */
  readonly withdrawn: number;
}

interface Planned {
  readonly plan: Plan;
  /** The intents under review; null: all open ones. */
  readonly scope: readonly IntentId[] | null;
  readonly open: readonly Intent[];
  /** False when only the first open intents are listed: absence then proves nothing. */
  readonly complete: boolean;
}

/** Whether changes were staged or withdrawn since the plan was made; null while it still fits. Pure. */
export function outdated({ plan, scope, open, complete }: Planned): Outdated | null {
  const planned = new Set([...plan.steps, ...plan.unread].map(({ intentId }) => intentId));
  const now = new Set(open.map(({ id }) => id));
  const staged = scope === null ? open.filter(({ id }) => !planned.has(id)).length : 0;
  const withdrawn = complete ? [...planned].filter((id) => !now.has(id)).length : 0;
  return staged + withdrawn === 0 ? null : { staged, withdrawn };
}
