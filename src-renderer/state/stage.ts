import { engine } from '@renderer/bridge/engine';
import { type Failure, type Result, success } from '@shared/contract/failure';
import type { IntentDraft } from '@shared/domain/intent';
import { notifyDone, notifyFailure } from './notify';
import { undoing } from './undo';

export interface StageOutcome {
  readonly staged: number;
  /** Index of the draft and why it was not staged. */
  readonly rejected: readonly { readonly index: number; readonly failure: Failure }[];
}

/**
 * Stages drafts as one undo group and tells so with an offer to undo. What was rejected changed nothing and is returned, and so is
 * the failure where nothing could be asked: the caller shows it beside its control.
 */
export async function askToStage(
  drafts: readonly IntentDraft[],
  done: (count: number) => string,
): Promise<Result<StageOutcome>> {
  const result = await engine.call('stage', { drafts: [...drafts] });
  if (!result.ok) return result;
  const { staged, rejected } = result.value;
  if (staged.length > 0) notifyDone(done(staged.length), undoing(staged[0]?.gesture));
  return success({ staged: staged.length, rejected });
}

/** The same where no control stands for it: null when nothing could be asked, which is told. */
export async function stage(
  drafts: readonly IntentDraft[],
  done: (count: number) => string,
): Promise<StageOutcome | null> {
  const asked = await askToStage(drafts, done);
  if (asked.ok) return asked.value;
  notifyFailure(asked.error);
  return null;
}
