import { engine } from '@renderer/bridge/engine';
import { notifyFailure } from '@renderer/state/notify';
import { usePreferences } from '@renderer/state/use-preferences';
import type { ReviewRow, ReviewSummary } from '@shared/contract/reviews';
import type { Decision } from '@shared/domain/reviews/review';
import { useState } from 'react';

export interface AskedDecision {
  readonly items: readonly string[];
  readonly decision: Decision;
  /** Undefined leaves what they noted before. */
  readonly note: string | undefined;
  /** Whom it is about, where a note is asked for; null where only the name of who decides is missing. */
  readonly row: ReviewRow | null;
}

export interface Deciding {
  /** Keeps decisions at once; asks for the name of who decides where none is known. */
  readonly decide: (items: readonly string[], decision: Decision, note?: string) => Promise<boolean>;
  readonly askNote: (row: ReviewRow) => void;
  /** What the dialog asks about; null while there is none. */
  readonly asked: AskedDecision | null;
  readonly close: () => void;
}

/** Decisions on a review: each is kept as its key is pressed. */
export function useDecide({ id }: ReviewSummary): Deciding {
  const [asked, setAsked] = useState<AskedDecision | null>(null);
  const decide: Deciding['decide'] = async (items, decision, note) => {
    const by = usePreferences.getState().signer.trim();
    if (by === '') {
      setAsked({ items, decision, note, row: null });
      return false;
    }
    const decisions = items.map((item) => ({ item, decision, note }));
    const kept = await engine.call('decideReview', { id, decisions, by });
    if (!kept.ok) notifyFailure(kept.error);
    return kept.ok;
  };
  return {
    decide,
    asked,
    close: () => setAsked(null),
    askNote: (row) => {
      const [last] = row.decisions;
      const decision = last === undefined || last.decision === 'open' ? 'keep' : last.decision;
      setAsked({ items: [row.item.membershipId], decision, note: last?.note ?? '', row });
    },
  };
}
