import { engine } from '@renderer/bridge/engine';
import type { Plan } from '@shared/contract/plan';
import type { Answers } from './answers';
import { notifyFailure } from './notify';

/** Has the engine keep the answers to these conflicts of the plan, each with the three sides that were seen. */
export async function sendAnswers(
  { steps }: Plan,
  { decisions, typed }: Answers,
  ids: ReadonlySet<string>,
): Promise<void> {
  const answers = steps.flatMap(({ intentId, base, mine, theirs }) =>
    ids.has(intentId)
      ? [
          {
            intentId,
            question: { base, mine, theirs },
            decision: decisions[intentId] ?? null,
            typed: typed[intentId] ?? null,
          },
        ]
      : [],
  );
  if (answers.length === 0) return;
  const result = await engine.call('answerConflicts', { answers });
  if (!result.ok) notifyFailure(result.error);
}
