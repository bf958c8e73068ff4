import type { Intent } from '../intent';
import { roleGiven } from '../rules/asks';
import type { PlanFacts } from '../rules/plan-facts';
import { rulesOf } from '../rules/rules-of';
import type { ValueMoves } from '../rules/value-moves';

/**
 * The order that the service's rules ask for, by phase; steps of one phase depend on each other by values only (`ranksOf`):
 *
 *     0 permissions   1 roles, then role sets   2 new organizations   3 their edits, seats raised
 *     4 removals and revocations (they free seats)    5 role changes that lose no admin
 *     6 new admins    7 admins demoted or removed (another one is there by now)
 *     8 other new members       9 invitations        10 seats lowered
 *    11 organizations deleted, then roles            12 permissions
 *
 * Source: the write order of the API's references, and its rules on seats and the last admin.
 */
const phaseOf = (facts: PlanFacts, intent: Intent): number => rulesOf(intent.entity).phase(facts, intent);

/** Room for chains of steps within one phase. */
const phaseRoom = 1_000_000;

/**
 * When each step goes: steps of one rank may go at once. Phases come first; within them, and beyond them where it must be, a
 * step comes after those that free the values it takes, and after the creation it stands on. Pure.
 */
export function ranksOf(
  facts: PlanFacts,
  { waitsFor, leansOn }: Pick<ValueMoves, 'waitsFor' | 'leansOn'>,
): (intent: Intent) => number {
  const ranks = new Map<string, number>();
  const rankOf = (intent: Intent): number => {
    const known = ranks.get(intent.id);
    if (known !== undefined) return known;
    const chain: Intent[] = [];
    for (
      let at: Intent | undefined = intent;
      at !== undefined && !ranks.has(at.id);
      at = waitsFor.get(at.id)?.[0] ?? leansOn.get(at.id)?.at(-1)
    )
      chain.push(at);
    for (const step of chain.reverse()) {
      const own = phaseOf(facts, step) * phaseRoom;
      const needed = [...(waitsFor.get(step.id) ?? none), ...creationsUnder(facts, step)];
      const before = needed.map((each) => (ranks.get(each.id) ?? rankOf(each)) + 1);
      // What is done to one record goes one after the other in any case.
      const along = (leansOn.get(step.id) ?? none).map((each) => ranks.get(each.id) ?? rankOf(each));
      ranks.set(step.id, Math.max(own, ...before, ...along));
    }
    return ranks.get(intent.id) ?? 0;
  };
  return rankOf;
}

const none: readonly Intent[] = [];

/** Creations that must have been answered before an intent can be sent: of its record, of its organization, and of the role it gives. */
export function creationsUnder(
  { creations, newRoles }: Pick<PlanFacts, 'creations' | 'newRoles'>,
  intent: Intent,
): readonly Intent[] {
  if (creations.size === 0) return none;
  const { id, recordId, organizationId } = intent;
  const role = newRoles?.get(String(roleGiven(intent))) ?? '';
  const needed = [recordId, organizationId, role].map((named) => creations.get(named));
  return needed.filter((creation) => creation !== undefined && creation.id !== id) as readonly Intent[];
}

/** Intents in the order of sending: by rank, and as they were staged within one. Pure. */
export function orderSteps(
  facts: PlanFacts,
  intents: readonly Intent[],
  moves: Pick<ValueMoves, 'waitsFor' | 'leansOn'>,
): readonly Intent[] {
  const rankOf = ranksOf(facts, moves);
  return intents
    .map((intent) => ({ intent, rank: rankOf(intent) }))
    .sort((a, b) => a.rank - b.rank || a.intent.seq - b.intent.seq)
    .map(({ intent }) => intent);
}
