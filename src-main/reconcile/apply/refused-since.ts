import type { Failure } from '@shared/contract/failure';
import type { Intent } from '@shared/domain/intent';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { refuseByExceptions } from '@shared/domain/reconcile/refuse-by-exceptions';
import { refuseByPlans } from '@shared/domain/reconcile/refuse-by-plans';
import { t } from '@shared/language/t';
import { readFacts } from '../plan/read-facts';
import type { ReconcileContext } from '../service/reconcile-context';

/**
 * What of a wave the books refuse by now, each with why: a value may have been accepted, or a plan may give less, while the run was held.
 * `steps`: those of the plan; what somebody decided since is meant.
 */
export async function refusedSince(
  context: ReconcileContext,
  wave: readonly Intent[],
  steps: readonly DraftStep[],
): Promise<readonly DraftStep[]> {
  const ids = new Set(wave.map(({ id }) => id));
  const own = steps.filter(({ intent }) => ids.has(intent.id));
  const facts = await readFacts(
    context,
    own.map(({ intent }) => intent),
    { unread: new Map(), retryRefused: true },
  );
  return refuseByPlans(facts, refuseByExceptions(facts, own)).filter(({ verdict }) => verdict === 'refused');
}

/** Why a wave was not begun: the books say otherwise than when the run began. */
export function saysOtherwise(refused: readonly DraftStep[], reason: string): Failure {
  return {
    code: 'refused',
    message: t(
      'No further wave was begun: since this run began, {count, plural, one {a change} other {# changes}} of the next one came to be refused here. {reason}',
      { count: refused.length, reason },
    ),
    next: t('Look at the plan anew: the others go without what is refused.'),
    detail: { intentIds: refused.map(({ intent }) => intent.id) },
  };
}
