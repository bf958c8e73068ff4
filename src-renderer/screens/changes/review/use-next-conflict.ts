import type { PlanStep } from '@shared/contract/plan';
import { useState } from 'react';

export interface NextConflict {
  /** For the list: which item to go to. */
  readonly reveal: { readonly id: string; readonly wish: number } | null;
  /** Goes to the first undecided conflict after this one, else to the first of all. */
  readonly go: (after: string | null) => void;
}

/** The way from one undecided conflict to the next. */
export function useNextConflict(
  conflicts: readonly PlanStep[],
  undecided: readonly PlanStep[],
): NextConflict {
  const [reveal, setReveal] = useState<NextConflict['reveal']>(null);
  return {
    reveal,
    go: (after) => {
      const open = new Set(undecided.map(({ intentId }) => intentId as string));
      if (after !== null) open.delete(after);
      const from = conflicts.findIndex(({ intentId }) => intentId === after) + 1;
      const turn = [...conflicts.slice(from), ...conflicts.slice(0, from)];
      const next = turn.find(({ intentId }) => open.has(intentId));
      if (next) setReveal((last) => ({ id: next.intentId, wish: (last?.wish ?? 0) + 1 }));
    },
  };
}
