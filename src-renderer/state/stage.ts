import { engine } from '@renderer/bridge/engine';
import type { Failure } from '@shared/contract/failure';
import type { IntentDraft } from '@shared/domain/intent';
import { notifyDone, notifyFailure } from './notify';
import { undo } from './undo';

export interface StageOutcome {
  readonly staged: number;
  /** Index of the draft and why it was not staged. */
  readonly rejected: readonly { readonly index: number; readonly failure: Failure }[];
}

/**
 * Stages drafts as one undo group and tells so with an offer to undo. What was rejected changed nothing and is returned: the
 * caller shows it beside its control. Null when nothing could be asked (the failure is told).
 */
export async function stage(
  drafts: readonly IntentDraft[],
  done: (count: number) => string,
): Promise<StageOutcome | null> {
  const result = await engine.call('stage', { drafts: [...drafts] });
  if (!result.ok) {
    notifyFailure(result.error);
    return null;
  }
  const { staged, rejected } = result.value;
  if (staged.length > 0) notifyDone(done(staged.length), () => void undo());
  return { staged: staged.length, rejected };
}
