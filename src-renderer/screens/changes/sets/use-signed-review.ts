import { engine } from '@renderer/bridge/engine';
import type { SignedReview } from '@shared/contract/four-eyes';
import type { ChangeSetId } from '@shared/domain/ids';
import { useEffect, useState } from 'react';

/** What was signed of a set; null when nothing was, or while on its way. Asked again when `version` changes. */
export function useSignedReview(id: ChangeSetId, version: string): SignedReview | null {
  const [review, setReview] = useState<SignedReview | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    void engine.call('signedReview', { id }).then((result) => {
      if (!ended && result.ok) setReview(result.value);
    });
    return () => {
      ended = true;
    };
  }, [id, version]);
  return review;
}
