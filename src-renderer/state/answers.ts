import type { Decision, Plan } from '@shared/contract/plan';
import type { Review } from './use-review';

/** Decisions and third values being typed, by intent id. */
export type Answers = Pick<Review, 'decisions' | 'typed'>;

/** An answer as it is given: a decision, the text of a third value, or both; nulls take it back. */
export interface Answer {
  readonly decision: Decision | null;
  /** Left out, what is typed stays: choosing a side loses no text. */
  readonly typed?: string | null;
}

/** What a plan brings along from before: void answers are told beside their step, and decide nothing. Pure. */
export function keptAnswers({ answers }: Plan): Answers {
  const valid = Object.entries(answers).filter(([, { moved }]) => !moved);
  return {
    decisions: Object.fromEntries(
      valid.flatMap(([id, { decision }]) => (decision === null ? [] : [[id, decision]])),
    ),
    typed: Object.fromEntries(valid.flatMap(([id, { typed }]) => (typed === null ? [] : [[id, typed]]))),
  };
}

/** The answers with this one to these conflicts. Pure. */
export function withAnswer({ decisions, typed }: Answers, ids: readonly string[], answer: Answer): Answers {
  return {
    decisions: replaced(decisions, ids, answer.decision),
    typed: answer.typed === undefined ? typed : replaced(typed, ids, answer.typed),
  };
}

function replaced<T>(
  all: Readonly<Record<string, T>>,
  ids: readonly string[],
  value: T | null,
): Readonly<Record<string, T>> {
  const next: Record<string, T> = { ...all };
  for (const id of ids) {
    if (value === null) delete next[id];
    else next[id] = value;
  }
  return next;
}
