import { groupRejections } from '@renderer/screens/shared/group-rejections';
import { type StageOutcome, stage } from '@renderer/state/stage';
import type { Failure } from '@shared/contract/failure';
import type { IntentDraft } from '@shared/domain/intent';
import { useState } from 'react';

/** Drafts of one undo group. */
export interface UndoGroup {
  readonly drafts: readonly IntentDraft[];
  /** Whom each draft concerns, in their order: for saying which were rejected. */
  readonly names: readonly string[];
  /** What the toast says of those that were staged: `Staged. Seats of 3 organizations`. */
  readonly done: (count: number) => string;
}

export interface Staging {
  readonly busy: boolean;
  /** Why drafts were rejected, each reason once; what was typed is wrong before anything is asked. */
  readonly failures: readonly Failure[];
  readonly fail: (failure: Failure) => void;
  /** Stages the drafts and tells so, with the way back; null when nothing could be asked. */
  readonly stage: (group: UndoGroup) => Promise<StageOutcome | null>;
}

/** The one way of a dialog to stage something: busy meanwhile, and what is rejected stays in sight. */
export function useStaging(): Staging {
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  return {
    busy,
    failures,
    fail: (failure) => setFailures([failure]),
    stage: async ({ drafts, names, done }) => {
      setBusy(true);
      const outcome = await stage(drafts, done);
      setBusy(false);
      if (outcome) setFailures(groupRejections(outcome, names));
      return outcome;
    },
  };
}
