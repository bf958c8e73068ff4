import { t } from '../../language/t';
import { afterAction } from '../acts';
import type { Intent } from '../intent';
import type { FreshPlan } from '../plan/plan-step';
import type { RemoteRecord } from '../records/record-map';
import { type PlanFacts, serverOf } from '../rules/plan-facts';
import { recordKey } from '../rules/staging-world';
import { type ValueMoves, valueMoves } from '../rules/value-moves';
import { type DraftStep, draftStep, isSendable } from './draft-step';
import { orderSteps } from './order-steps';
import { refuseByExceptions } from './refuse-by-exceptions';
import { refuseByLimits } from './refuse-by-limits';
import { refuseByPlans } from './refuse-by-plans';
import { waitForConflicts, waitsFor } from './wait-for-conflicts';

const reason = t(
  'No colleague has approved it as it stands. Save its set as a signed file, and open what comes back approved.',
);

/**
 * Where only approved changes may be sent: the steps that would go, less those that no colleague has approved, which are
 * blocked. A conflict can still be decided for theirs. Pure.
 */
function holdUnapproved(
  { unapproved }: Pick<PlanFacts, 'unapproved'>,
  steps: readonly DraftStep[],
): readonly DraftStep[] {
  if (unapproved === null) return steps;
  return steps.map((step) =>
    goes(step) && unapproved.has(step.intent.id) ? { ...step, verdict: 'blocked', reason } : step,
  );
}

const goes = ({ verdict }: DraftStep): boolean =>
  verdict === 'clean' || verdict === 'merged' || verdict === 'no-op';

/** The steps of all planned intents in the order of sending, and those whose target could not be read. Pure. */
export function draftSteps(facts: PlanFacts): {
  readonly steps: readonly DraftStep[];
  readonly unread: Readonly<FreshPlan['unread']>;
} {
  const failing = facts.unread.size === 0 ? [] : facts.intents;
  const unread = failing.flatMap(({ id, entity, recordId, organizationId }) => {
    const own = facts.unread.get(recordKey(entity, recordId));
    const failure = own ?? facts.unread.get(recordKey('organization', organizationId));
    return failure === undefined ? [] : [{ intentId: id, failure }];
  });
  const left = new Set(unread.map(({ intentId }) => intentId));
  const read = left.size === 0 ? facts.intents : facts.intents.filter(({ id }) => !left.has(id));
  const moves = valueMoves({ ...facts, intents: read });
  const ordered = orderSteps(facts, read, moves);
  const judged = waitForConflicts(facts, judge(facts, ordered, moves), (conflicts) =>
    judge({ ...facts, decided: new Set(conflicts.map(({ id }) => id)) }, ordered, moves),
  );
  return { steps: blockSteps(judged, moves), unread };
}

/** What would become of each by itself and by those before it. */
function judge(facts: PlanFacts, ordered: readonly Intent[], moves: ValueMoves): readonly DraftStep[] {
  const holds = new Map<string, RemoteRecord>();
  const seen = ordered.map((intent) => {
    const { entity, recordId } = intent;
    const key = recordKey(entity, recordId);
    const held = holds.get(key) ?? serverOf(facts, entity, recordId);
    const step = draftStep(facts, intent, moves, held);
    if (held !== null && isSendable(step)) holds.set(key, afterAction(entity, held, intent.action));
    return step;
  });
  const wanted = refuseByExceptions(facts, holdUnapproved(facts, seen));
  return refuseByPlans(facts, refuseByLimits(facts, wanted));
}

/** Ordered steps, those that stand on one which does not go marked as blocked; of a ring that exchanges values all go, or none. Pure. */
export function blockSteps(
  ordered: readonly DraftStep[],
  { parked }: Pick<ValueMoves, 'parked'>,
): readonly DraftStep[] {
  const going = new Set<string>();
  const able = new Set(ordered.filter(isSendable).map(({ intent }) => intent.id));
  const rings = [...parked.values()].filter((ring) => ring.some(({ id }) => !able.has(id)));
  const broken = new Set(rings.flat().map(({ id }) => id));
  const conflicts = new Map(
    ordered.flatMap(({ verdict, intent }) => (verdict === 'conflict' ? [[intent.id, intent] as const] : [])),
  );
  return ordered.map((step) => {
    const own = isSendable(step) && broken.has(step.intent.id);
    const lacking = step.dependsOn.filter((id) => !going.has(id));
    // Why it is, is known already.
    if (step.verdict === 'blocked') return step;
    if ((own || lacking.length > 0) && step.verdict !== 'no-op') {
      const open = lacking.flatMap((id) => conflicts.get(id) ?? []);
      // Where more than conflicts keeps it, deciding those lets it go nowhere.
      const waits = !own && open.length === lacking.length;
      const reason = waits ? waitsFor(open) : t('What it stands on does not go in this run.');
      return { ...step, verdict: 'blocked', reason };
    }
    if (step.verdict === 'clean' || step.verdict === 'merged') going.add(step.intent.id);
    return step;
  });
}
