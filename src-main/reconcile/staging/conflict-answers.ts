import { createHash } from 'node:crypto';
import type { Store, WriteBatch } from '@main/store/store';
import { type ConflictAnswer, KeptAnswer, type PlanStep } from '@shared/contract/plan';
import { IntentId } from '@shared/domain/ids';
import { type Intent, isOpen } from '@shared/domain/intent';
import { canonicalJson } from '@shared/domain/json';
import { z } from 'zod';

/** Key of all answers, by intent id. */
const answersKey = 'conflicts/answers';

/** An answer with the question that it belongs to, SHA-256 of the three sides, hex. */
const Answers = z.record(z.string(), KeptAnswer.extend({ question: z.string() }));
type Answers = z.infer<typeof Answers>;

type Question = ConflictAnswer['question'];

function digest({ base, mine, theirs }: Question): string {
  return createHash('sha256')
    .update(canonicalJson([base, mine, theirs]))
    .digest('hex');
}

async function read(store: Store): Promise<Answers> {
  const kept = Answers.safeParse(await store.meta(answersKey));
  return kept.success ? kept.data : {};
}

const metaOf = (answers: Answers): NonNullable<WriteBatch['meta']> => ({
  [answersKey]: Object.keys(answers).length === 0 ? null : answers,
});

/** Keeps answers to conflicts; one without decision and text is forgotten. */
export function keepAnswers(store: Store, given: readonly ConflictAnswer[]): Promise<void> {
  return store.write(async () => {
    const answers = await read(store);
    for (const { intentId, question, decision, typed } of given) {
      if (decision === null && typed === null) delete answers[intentId];
      else answers[intentId] = { question: digest(question), decision, typed, moved: false };
    }
    return { meta: metaOf(answers) };
  });
}

/** The answers less those to these intents, which are settled now. Within a write plan. */
export async function withoutAnswers(
  store: Store,
  intents: readonly Pick<Intent, 'id'>[],
): Promise<NonNullable<WriteBatch['meta']>> {
  const answers = await read(store);
  const gone = intents.filter(({ id }) => answers[id] !== undefined);
  if (gone.length === 0) return {};
  for (const { id } of gone) delete answers[id];
  return metaOf(answers);
}

/**
 * The answers to these steps. One whose conflict is not the same any more is void, and stays so until it is given anew, even
 * if the service's value comes back; one whose intent has closed is forgotten.
 */
export async function checkAnswers(
  store: Store,
  steps: readonly (Question & Pick<PlanStep, 'intentId'>)[],
): Promise<Readonly<Record<string, KeptAnswer>>> {
  const given: Record<string, KeptAnswer> = {};
  await store.write(async () => {
    const answers = await read(store);
    const ids = Object.keys(answers).map((id) => IntentId.parse(id));
    if (ids.length === 0) return {};
    const open = new Set((await store.intents({ ids })).filter(isOpen).map(({ id }) => id));
    let changed = false;
    for (const id of ids)
      if (!open.has(id)) {
        delete answers[id];
        changed = true;
      }
    for (const step of steps) {
      const answer = answers[step.intentId];
      if (answer === undefined) continue;
      const moved = answer.moved || answer.question !== digest(step);
      changed ||= moved !== answer.moved;
      answers[step.intentId] = { ...answer, moved };
      given[step.intentId] = { decision: answer.decision, typed: answer.typed, moved };
    }
    return changed ? { meta: metaOf(answers) } : {};
  });
  return given;
}
