import type { Failure } from '@shared/contract/failure';
import type { IntentDraft } from '@shared/domain/intent';
import { recordKey, type StagingWorld } from '@shared/domain/rules/staging-world';
import { callForDraft } from '../service/remote-call';
import type { StagingOptions } from './staging-options';

/** Drafts of what the service has not, with why they are never sent. */
export function lackingDrafts(
  { lacking }: Pick<StagingOptions, 'lacking'>,
  drafts: readonly IntentDraft[],
  { records }: Pick<StagingWorld, 'records'>,
): ReadonlyMap<IntentDraft, Failure> {
  const lacks = new Map<IntentDraft, Failure>();
  for (const draft of lacking === undefined ? [] : drafts) {
    const row = records.get(recordKey(draft.entity, draft.recordId ?? '')) ?? null;
    const call = callForDraft(draft, row);
    const why = call && lacking?.(call);
    if (why) lacks.set(draft, why);
  }
  return lacks;
}
