import { failure, type Result, success } from '@shared/contract/failure';
import type { ApplyRequest } from '@shared/contract/plan';
import { customerWords } from '@shared/domain/customer-of';
import type { Intent } from '@shared/domain/intent';
import { wavesOf } from '@shared/domain/plan/waves';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { ranksOf } from '@shared/domain/reconcile/order-steps';
import { planUnits } from '@shared/domain/reconcile/plan-units';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import type { ValueMoves } from '@shared/domain/rules/value-moves';
import { gathered } from '@shared/gather';
import { t } from '@shared/language/t';
import type { RunWave } from './run-waves';

/**
 * How the run goes in waves, one after another; one of everything where none are asked for. What goes is given twice: as it was planned, so
 * that what cannot be is refused before anything happens, then with decided conflicts in it (a third value stands in an intent of its own).
 */
export function cutInWaves(
  facts: PlanFacts,
  steps: readonly DraftStep[],
  planned: readonly Intent[],
  { waves: wanted }: ApplyRequest,
): Result<(going: readonly Intent[]) => readonly RunWave[]> {
  if (wanted === undefined) return success((intents) => [{ customers: [], intents }]);
  const { first } = wanted;
  const touched = new Set(planned.map(keyOf));
  const keys = new Map(steps.map(({ intent }) => [intent.id, keyOf(intent)]));
  const cut = wavesOf(planUnits(facts, steps), (id) => touched.has(keys.get(id) ?? ''), wanted);
  const known = cut.flatMap(({ customers }) => customers);
  if (first !== undefined && !known.some(({ id }) => id === first)) {
    const some = known.slice(0, told).map(({ id, name }) => `${id} (${name})`);
    return failure(
      'invalid-input',
      t('{first} cannot go first: nothing that goes is about it. Nothing was sent.', { first }),
      some.length === 0
        ? t('Leave that out.')
        : t('Choose one that the plan changes, such as {some}.', { some: some.join(', ') }),
    );
  }
  if (planned.length > 0 && known.length === 0)
    return failure(
      'invalid-input',
      t('Nothing that goes is about an {one}: it cannot go in waves. Nothing was sent.', {
        one: customerWords.one,
      }),
      t('Apply it without waves.'),
    );
  return success((going) =>
    cut.map(({ customers, intentIds }) => {
      const records = new Set(intentIds.map((id) => keys.get(id)));
      return { customers, intents: going.filter((intent) => records.has(keyOf(intent))) };
    }),
  );
}

const keyOf = ({ entity, recordId }: Intent): string => recordKey(entity, recordId);

/** Customers that a message names. */
const told = 5;

/** Steps that may go at once, in the order of sending. */
export function inPhases(
  facts: PlanFacts,
  moves: ValueMoves,
  intents: readonly Intent[],
): readonly (readonly Intent[])[] {
  const rankOf = ranksOf(facts, moves);
  const phases = gathered(intents, rankOf);
  return [...phases].sort(([a], [b]) => a - b).map(([, phase]) => phase);
}
